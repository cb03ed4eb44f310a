// The page of the relay test; what it means is in turnpike-relay-test.js.
import { OUTCOMES, TRANSPORTS, browserName, details, figures, judge, sentence, testLeg } from './turnpike-relay-test.js';

const $ = (id) => document.getElementById(id);
const token = location.hash.slice(1); // a fragment goes to no server
const browser = browserName(navigator.userAgent);
let refusedGrantId; // by a relay, in the test before: the next one asks for another
const wait = (seconds) => new Promise((resolve) => setTimeout(resolve, seconds * 1000));

async function call(path, body, tries = 4) {
  const response = await fetch(`../v1/relay-test/${path}`, {
    method: 'POST',
    headers: { Authorization: `Bearer ${token}`, 'Content-Type': 'application/json' },
    body: JSON.stringify(body),
    cache: 'no-store',
    referrerPolicy: 'no-referrer',
  });
  const reply = await response.json().catch(() => ({}));
  if (response.ok) return reply;
  const pause = Number(response.headers.get('Retry-After')) || 2;
  if ((response.status === 503 || response.status === 429) && tries > 1 && pause <= 10) { // which often passes
    await wait(pause);
    return call(path, body, tries - 1);
  }
  throw new Error(reply.detail ?? `The test is not available at the moment (${response.status}).`);
}

/** A moving picture and a tone, so that no camera is asked for. */
function media() {
  const canvas = document.createElement('canvas');
  canvas.width = 640;
  canvas.height = 360;
  const drawing = canvas.getContext('2d');
  const stream = canvas.captureStream(25);
  const audio = new AudioContext();
  const tone = audio.createOscillator();
  const sink = audio.createMediaStreamDestination();
  tone.connect(sink);
  tone.start();
  stream.addTrack(sink.stream.getAudioTracks()[0]);
  let frame = 0;
  const timer = setInterval(() => {
    drawing.fillStyle = `hsl(${frame++ % 360} 70% 50%)`;
    drawing.fillRect(0, 0, 640, 360);
    for (let i = 0; i < 200; i++) {
      drawing.fillStyle = `hsl(${Math.random() * 360} 80% 60%)`;
      drawing.fillRect(Math.random() * 640, Math.random() * 360, 24, 24);
    }
  }, 40);
  return {
    stream,
    stop() {
      clearInterval(timer);
      for (const track of stream.getTracks()) track.stop();
      audio.close();
    },
  };
}

function show(leg) {
  const row = $(leg.transport);
  row.dataset.outcome = leg.outcome;
  row.querySelector('.outcome').textContent = OUTCOMES[leg.outcome] ?? leg.outcome;
  row.querySelector('.figures').textContent = figures(leg).join(' · ');
}

async function run() {
  $('start').disabled = true;
  $('told').hidden = true;
  $('sent').textContent = '';
  $('verdict').textContent = 'Getting a credential …';
  let playing;
  try {
    for (const transport of TRANSPORTS) show({ transport, outcome: '' });
    if (!window.RTCPeerConnection) throw new Error('This browser can make no calls: WebRTC is missing, or was switched off.');
    const start = Date.now(); // it goes on while the machine sleeps
    const { credentials, firewallLetter } = await call('credentials', { refusedGrantId });
    $('letter').value = firewallLetter;
    playing = media();
    const facts = [];
    for (const transport of TRANSPORTS) {
      $('verdict').textContent = `Calling by ${transport.toUpperCase()} …`;
      $(transport).querySelector('.outcome').textContent = 'calling …';
      facts.push(await testLeg({ transport, iceServers: credentials.iceServers, stream: playing.stream, RTCPeerConnection, wait, now: () => performance.now() }));
    }
    const legs = judge(facts, Date.now() - start >= credentials.ttl * 1000);
    refusedGrantId = legs.some((leg) => leg.outcome === 'refused') ? credentials.grantId : undefined;
    legs.forEach(show);
    $('verdict').textContent = sentence(legs);
    $('details').value = details(legs, { browser, at: new Date().toISOString() });
    $('told').hidden = false;
    await call('results', { browser, legs });
    $('sent').textContent = 'The result was sent to whoever gave you the link.';
  } catch (error) {
    if ($('told').hidden) $('verdict').textContent = error.message;
    else $('sent').textContent = `The result could not be sent: ${error.message}`;
  } finally {
    playing?.stop();
    $('start').disabled = false;
    document.body.dataset.done = 'true';
  }
}

$('start').addEventListener('click', run);
for (const button of document.querySelectorAll('[data-copies]')) {
  button.addEventListener('click', async () => {
    const text = $(button.dataset.copies);
    text.select();
    await navigator.clipboard?.writeText(text.value).catch(() => {});
    button.textContent = 'Copied';
  });
}
addEventListener('hashchange', () => location.reload()); // another link in the same window
if (!token) {
  $('verdict').textContent = 'This link is not whole. Please use all of it, up to its end.';
  $('start').disabled = true;
}
