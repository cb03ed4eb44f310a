// The Express app around whatever finds the ICE servers of a user.
import express from 'express';

export function serve(iceServersOf) {
  const app = express();
  app.use(express.json());
  app.post('/ice-servers', async (request, response) => {
    response.set('cache-control', 'no-store');
    response.status(201).json(await iceServersOf(request.body.customIdentifier));
  });
  app.listen(process.env.PORT, '127.0.0.1');
}
