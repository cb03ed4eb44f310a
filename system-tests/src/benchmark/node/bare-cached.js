// As little as Node needs for it: no framework, and the reply kept as the bytes that go out.
import { createServer } from 'node:http';
import { perUser } from './cache.js';
import { mint } from './cloudflare.js';

const replyTo = perUser(async (user) => Buffer.from(JSON.stringify(await mint(user))));

async function answer(body, response) {
  const reply = await replyTo(JSON.parse(body).customIdentifier);
  response.writeHead(201, {
    'content-type': 'application/json',
    'content-length': reply.length,
    'cache-control': 'no-store',
  });
  response.end(reply);
}

createServer((request, response) => {
  const chunks = [];
  request.on('data', (chunk) => chunks.push(chunk));
  request.on('end', () => {
    answer(Buffer.concat(chunks), response).catch((failure) => {
      console.error(failure);
      response.writeHead(502).end();
    });
  });
}).listen(process.env.PORT, '127.0.0.1');
