import assert from 'node:assert/strict';
import { test } from 'node:test';
import { TurnpikeIce } from '../turnpike-ice.js';
import { FakePeerConnection, Listened, page, relay, settled } from './fakes.js';

const urlsOf = async (urls, fields) => {
  const it = page({ replies: [relay({ iceServers: [{ urls, username: 'u', credential: 'c', ...fields }] })], stunFallback: [] });
  const { iceServers } = await it.ice.configuration();
  return iceServers.flatMap((server) => server.urls);
};

test('URLs on port 53 are left out, and no others that look so', async () => {
  const good = ['turn:a.example:5349?transport=tcp', 'turns:a.example:5349', 'turn:[2001:db8::53]:3478', 'turn:a53.example:530', 'turn:[2001:db8::53]'];
  const bad = ['turn:a.example:53', 'turn:a.example:53?transport=udp', 'stun:a.example:53', 'turn:[2001:db8::1]:53?transport=udp'];
  assert.deepEqual(await urlsOf([...bad, ...good]), good);
});

test('URLs a browser would refuse or cannot use are left out', async () => {
  const good = ['stun:a.example', 'stuns:a.example', 'turn:a.example?transport=udp', 'TURN:a.example?transport=TCP', 'turns:a.example?transport=tcp'];
  const bad = ['stun:a.example?transport=udp', 'turns:a.example?transport=udp', 'turn:a.example?transport=sctp', 'turn:', 'http://a.example', '', 7, null];
  assert.deepEqual(await urlsOf([...bad, ...good]), good);
});

test('TURN without username or password is left out', async () => {
  assert.deepEqual(await urlsOf(['stun:a.example', 'turn:a.example'], { username: undefined }), ['stun:a.example']);
  assert.deepEqual(await urlsOf(['stun:a.example', 'turn:a.example'], { credential: '' }), ['stun:a.example']);
});

test('one server instead of a list, and one URL instead of a list, will do', async () => {
  const it = page({ replies: [relay({ iceServers: { urls: 'turn:a.example', username: 'u', credential: 'c' } })] });
  const { iceServers } = await it.ice.configuration();
  assert.deepEqual(iceServers, [{ urls: ['turn:a.example'], username: 'u', credential: 'c' }]);
});

test('a list with nothing to use is no relay', async () => {
  for (const iceServers of [[], [null], [{}], [{ urls: [] }], 'x']) {
    const it = page({ replies: [relay({ iceServers })] });
    assert.equal((await it.ice.configuration()).iceServers[0].urls[0], 'stun:stun.cloudflare.com:3478');
    assert.equal(it.told('fallback')[0].reason, 'no-relay');
  }
});

test('a bad reply is a clear error', async () => {
  const bad = [
    [undefined, /has no iceServers/], [null, /has no iceServers/], ['x', /has no iceServers/],
    [{ type: 'about:blank', status: 401 }, /has no iceServers/],
    [{ ...relay(), ttl: undefined }, /ttl .* number of seconds/], [{ ...relay(), ttl: 0 }, /ttl/],
    [{ ...relay(), ttl: -1 }, /ttl/], [{ ...relay(), ttl: Infinity }, /ttl/], [{ ...relay(), ttl: 'soon' }, /ttl/],
  ];
  for (const [reply, message] of bad) {
    const it = page({ replies: [() => reply] });
    await it.ice.configuration();
    const [fallback] = it.told('fallback');
    assert.match(fallback.error.message, message);
    assert.equal(fallback.reason, 'unavailable');
  }
});

test('a rejection without an Error is borne', async () => {
  const it = page({ replies: [() => Promise.reject()] });
  await it.ice.configuration();
  assert.equal(it.told('fallback').length, 1);
});

test('without a function that fetches there is nothing to do', () => {
  assert.throws(() => new TurnpikeIce(), /fetchIceServers must be a function/);
  assert.throws(() => new TurnpikeIce({ fetchIceServers: 'x' }), TypeError);
});

test('outside a page, with its own clock and timers, it works as well', async () => {
  const ice = new TurnpikeIce({ fetchIceServers: async () => relay() });
  const pc = new FakePeerConnection(await ice.configuration());
  ice.attach(pc);
  pc.negotiate('u1');
  pc.ice('failed');
  await new Promise((resolve) => ice.addEventListener('restart', resolve));
  assert.equal(pc.restarts, 1);
  ice.close();
});

test('in a page the network is watched without being told where it is', () => {
  const connection = new Listened();
  const own = Object.getOwnPropertyDescriptor(globalThis, 'navigator');
  Object.defineProperty(globalThis, 'navigator', { value: { connection }, configurable: true });
  const ice = new TurnpikeIce({ fetchIceServers: async () => relay() });
  if (own) Object.defineProperty(globalThis, 'navigator', own);
  else delete globalThis.navigator;
  assert.equal(connection.listeners, 1);
  ice.close();
  assert.equal(connection.listeners, 0);
});

test('a wall clock set back does not make a credential live longer', async (t) => {
  const wall = Date.now;
  t.after(() => (Date.now = wall));
  let offset = 0;
  Date.now = () => wall() + offset;
  const asked = [];
  const ice = new TurnpikeIce({ fetchIceServers: async ({ reason }) => asked.push(reason) && relay() });
  await ice.configuration();
  offset = -3_600_000;
  await ice.configuration();
  assert.deepEqual(asked, ['first']);
  offset += 71_000;
  await ice.configuration();
  assert.deepEqual(asked, ['first', 'due']);
  ice.close();
});

test('a life of months overflows no timer', async () => {
  const it = page({ replies: [relay({ ttl: 90 * 86_400 })] });
  await it.call();
  await it.time.pass(25 * 86_400);
  await settled();
  assert.equal(it.asked.length, 1);
  assert.equal(it.ice.state, 'relay');
});
