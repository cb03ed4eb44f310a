// A meeting of two. Three things make its relay survive: fetchIceServers, ice.configuration() and ice.attach().
import { TurnpikeIce } from './turnpike-ice.js';

const STEPS = [
  'obtained', 'renewed', 'unchanged', 'retry', 'refused', 'fallback', 'recovered', 'restart', 'spared', 'norelay', 'problem',
];

const page = {
  form: document.querySelector('#join'),
  own: document.querySelector('#own'),
  remote: document.querySelector('#remote'),
  state: document.querySelector('#state'),
  relay: document.querySelector('#relay'),
  leave: document.querySelector('#leave'),
  steps: document.querySelector('#steps'),
};

page.form.addEventListener('submit', async event => {
  event.preventDefault();
  page.form.inert = true;
  const { name, room, relayOnly } = Object.fromEntries(new FormData(page.form));
  try {
    await meet(`rooms/${room}`, name, relayOnly ? 'relay' : 'all');
  } catch (error) {
    page.state.textContent = error.message;
    page.form.inert = false;
  }
});

async function meet(room, name, iceTransportPolicy) {
  const media = await navigator.mediaDevices.getUserMedia({ video: true, audio: true });
  page.own.srcObject = media;
  const { participant, polite } = await joined(room, name);
  const mine = `participant=${participant}`;

  // 1. Your own backend gives ICE servers to whoever may join.
  const ice = new TurnpikeIce({
    fetchIceServers: async ({ signal, reason, grantId }) => {
      const refused = reason === 'refused' ? `&refused=${grantId}` : '';
      const reply = await fetch(`ice-servers?${mine}${refused}`, { method: 'POST', signal });
      if (!reply.ok) {
        const retryAfter = Number(reply.headers.get('Retry-After')) || undefined;
        throw Object.assign(new Error(`No ICE servers: ${reply.status}`), { retryAfter });
      }
      return reply.json();
    },
  });
  tellSteps(ice);
  ice.addEventListener('fallback', () => { page.relay.textContent = 'No relay can be had now. The call works only where the two reach each other directly.'; });
  ice.addEventListener('recovered', () => { page.relay.textContent = ''; });

  let told = Promise.resolve();
  const tell = message => { told = told.then(() => post(`${room}?${mine}`, JSON.stringify(message))); };

  const begin = async () => {
    // 2. A connection starts with them. 3. From then on the module renews them and restarts ICE when needed.
    const connection = new RTCPeerConnection(await ice.configuration({ iceTransportPolicy }));
    ice.attach(connection);
    connection.ontrack = ({ streams }) => { page.remote.srcObject = streams[0]; };
    connection.onconnectionstatechange = () => { page.state.textContent = connection.connectionState; };
    media.getTracks().forEach(track => connection.addTrack(track, media));
    return { connection, hear: negotiate(connection, tell, polite) };
  };

  // The call begins when the other is there: whoever came first offers, the other answers.
  let call;
  const events = new EventSource(`${room}?${mine}`);
  let heard = Promise.resolve();
  events.onmessage = ({ data }) => {
    const message = JSON.parse(data);
    heard = heard.then(async () => {
      if (message.left) {
        call?.connection.close();
        call = undefined;
        page.state.textContent = 'The other has left';
        return;
      }
      call ??= await begin();
      await call.hear(message);
    }).catch(console.error);
  };
  page.state.textContent = 'Waiting for the other';

  const leave = () => {
    ice.close();
    call?.connection.close();
    events.close();
    media.getTracks().forEach(track => track.stop());
    fetch(`${room}?${mine}`, { method: 'DELETE', keepalive: true });
    page.state.textContent = 'You have left';
    page.leave.disabled = true;
  };
  page.leave.disabled = false;
  page.leave.addEventListener('click', leave);
  addEventListener('pagehide', leave);
}

async function joined(room, name) {
  const reply = await fetch(`${room}?name=${encodeURIComponent(name)}`, { method: 'POST' });
  if (reply.status === 409) {
    throw new Error('Two are in this room already. Choose another.');
  }
  return reply.json();
}

/** One message after the other, and again until it has arrived: a restart happens while the network is bad. */
async function post(address, body) {
  try {
    await fetch(address, { method: 'POST', body, signal: AbortSignal.timeout(5000) });
  } catch {
    await new Promise(resolve => setTimeout(resolve, 1000));
    await post(address, body);
  }
}

/** Perfect negotiation, as the WebRTC specification shows it; ICE restarts go the same way. Returns what hears messages. */
function negotiate(connection, tell, polite) {
  let making = false;
  let ignoring = false;

  connection.onnegotiationneeded = async () => {
    try {
      making = true;
      await connection.setLocalDescription();
      tell({ description: connection.localDescription });
    } catch (error) {
      console.error(error);
    } finally {
      making = false;
    }
  };
  connection.onicecandidate = ({ candidate }) => tell({ candidate });

  return async ({ description, candidate }) => {
    if (description) {
      const collides = description.type === 'offer' && (making || connection.signalingState !== 'stable');
      ignoring = !polite && collides;
      if (ignoring) {
        return;
      }
      await connection.setRemoteDescription(description);
      if (description.type === 'offer') {
        await connection.setLocalDescription();
        tell({ description: connection.localDescription });
      }
    } else if (candidate !== undefined) {
      await connection.addIceCandidate(candidate ?? undefined).catch(error => {
        if (!ignoring) {
          throw error;
        }
      });
    }
  };
}

/** What the module says of each step, for people to read. */
function tellSteps(ice) {
  for (const type of STEPS) {
    ice.addEventListener(type, ({ detail }) => {
      const step = document.createElement('li');
      const time = document.createElement('time');
      time.textContent = new Date().toLocaleTimeString();
      step.dataset.type = type;
      step.append(time, [type, detail?.reason].filter(Boolean).join(': '));
      page.steps.prepend(step);
    });
  }
}
