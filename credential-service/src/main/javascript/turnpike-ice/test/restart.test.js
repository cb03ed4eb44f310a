import assert from 'node:assert/strict';
import { test } from 'node:test';
import { FakePeerConnection, page, relay, settled } from './fakes.js';

const due = { minimumLead: 0 };

test('a renewal gives each connection the servers, keeps the rest, and restarts it once', async () => {
  const it = page(due);
  const pcs = [await it.call('a'), await it.call('b'), await it.call('c')];
  pcs[0].setConfiguration({ ...pcs[0].getConfiguration(), iceTransportPolicy: 'relay' });
  await it.time.pass(85);
  for (const pc of pcs) assert.equal(pc.restarts, 1);
  assert.equal(pcs[0].getConfiguration().iceTransportPolicy, 'relay');
  assert.notEqual(pcs[0].username, undefined);
  assert.equal(new Set(pcs.map((pc) => pc.username)).size, 1);
  assert.deepEqual(it.told('restart').map(({ pc, reason }) => [pc, reason]), pcs.map((pc) => [pc, 'renewed']));
});

test('the restart comes before the old credential ends', async () => {
  const it = page({ replies: [relay({ ttl: 90, lead: 18 }), relay()] });
  const pc = await it.call();
  await it.time.pass(61);
  assert.equal(pc.restarts, 1);
});

test('what has gathered nothing yet needs no restart', async () => {
  const it = page(due);
  const pc = new FakePeerConnection(await it.ice.configuration());
  it.ice.attach(pc);
  const before = pc.username;
  await it.time.pass(85);
  assert.notEqual(pc.username, before);
  assert.equal(pc.restarts, 0);
  assert.equal(it.told('spared').length, 0);
});

test('a restart waits until signalling is stable', async () => {
  const it = page(due);
  const pc = await it.call();
  pc.signal('have-local-offer');
  await it.time.pass(85);
  assert.equal(pc.restarts, 0);
  pc.signal('have-remote-pranswer');
  assert.equal(pc.restarts, 0);
  pc.signal('stable');
  assert.equal(pc.restarts, 1);
  pc.signal('stable');
  assert.equal(pc.restarts, 1);
});

test('a restart of the other side after our new servers spares ours', async () => {
  const it = page({ ...due, random: 0.9 });
  const pc = await it.call();
  await it.time.pass(79.3);
  assert.equal(it.told('renewed').length, 1);
  pc.negotiate('u2');
  await it.time.pass(5);
  assert.equal(pc.restarts, 0);
  assert.deepEqual(it.told('spared').map(({ pc: of, reason }) => [of, reason]), [[pc, 'renewed']]);
});

test('in a glare the answer to the other side\'s restart spares ours', async () => {
  const it = page(due);
  const pc = await it.call();
  pc.signal('have-local-offer');
  await it.time.pass(85);
  pc.signal('stable'); // rolled back
  pc.restarts = 0;
  const polite = await it.call('p1');
  polite.signal('have-remote-offer');
  await it.time.pass(85);
  polite.negotiate('p2');
  assert.equal(polite.restarts, 0);
});

test('a restart of the other side before our new servers does not', async () => {
  const it = page(due);
  const pc = await it.call();
  await it.time.pass(70);
  pc.negotiate('u2');
  await it.time.pass(15);
  assert.equal(pc.restarts, 1);
});

test('a connection made of an earlier configuration is brought up to date when attached', async () => {
  const it = page(due);
  const configuration = await it.ice.configuration();
  it.time.sleep(80);
  await it.ice.configuration();
  const pc = new FakePeerConnection(configuration);
  pc.negotiate('u1');
  it.ice.attach(pc);
  await it.time.pass(1);
  assert.notEqual(pc.username, configuration.iceServers[1].username);
  assert.equal(pc.restarts, 1);
});

test('failed restarts, again and more slowly until it is connected', async () => {
  const it = page({ random: 0 });
  const pc = await it.call();
  const start = it.time.milliseconds;
  const times = [];
  it.ice.addEventListener('restart', () => times.push((it.time.milliseconds - start) / 1000));
  pc.ice('failed');
  pc.ice('failed');
  await it.time.pass(40);
  assert.deepEqual(times, [0, 4, 12, 27]);
  assert.equal(it.told('restart')[0].reason, 'failed');
  pc.ice('checking');
  pc.ice('connected');
  const restarts = pc.restarts;
  await it.time.pass(20);
  assert.equal(pc.restarts, restarts);
  pc.ice('failed');
  await it.time.pass(0);
  assert.equal(pc.restarts, restarts + 1);
});

test('while it checks in vain it is restarted as well', async () => {
  const it = page({ random: 0 });
  const pc = await it.call();
  pc.ice('failed');
  await it.time.pass(0);
  pc.ice('checking');
  await it.time.pass(4);
  assert.equal(pc.restarts, 2);
});

test('a long disconnected restarts, a short one does not', async () => {
  const it = page();
  const pc = await it.call();
  pc.ice('disconnected');
  await it.time.pass(3.9);
  pc.ice('completed');
  await it.time.pass(10);
  assert.equal(pc.restarts, 0);
  pc.ice('disconnected');
  await it.time.pass(4.6);
  assert.deepEqual(it.told('restart').map(({ reason }) => reason), ['disconnected']);
});

test('failed does not wait for the end of disconnected', async () => {
  const it = page({ random: 0 });
  const pc = await it.call();
  pc.ice('disconnected');
  await it.time.pass(1);
  pc.ice('failed');
  await it.time.pass(0);
  assert.equal(pc.restarts, 1);
});

test('what got well before its restart is spared, unless it was renewed meanwhile', async () => {
  const it = page();
  const pc = await it.call();
  pc.ice('failed');
  await it.time.pass(0.1);
  pc.ice('connected');
  await it.time.pass(1);
  assert.equal(pc.restarts, 0);
  assert.equal(it.told('spared').length, 1);

  pc.signal('have-local-offer');
  pc.ice('failed');
  await it.time.pass(0.6);
  it.time.sleep(80);
  it.window.tell('pageshow');
  await settled();
  pc.ice('connected');
  pc.signal('stable');
  assert.deepEqual(it.told('restart').map(({ reason }) => reason), ['renewed']);
});

test('failed with an old credential renews first', async () => {
  const it = page();
  const pc = await it.call();
  it.time.sleep(90);
  pc.ice('failed');
  await it.time.pass(1);
  assert.equal(it.asked[1].reason, 'due');
  assert.equal(pc.restarts, 1);
});

test('failed whose renewal fails restarts all the same', async () => {
  const it = page({ replies: [relay({ ttl: 1000 }), new Error('down')] });
  const pc = await it.call();
  pc.ice('disconnected');
  it.time.sleep(975);
  await it.time.pass(1);
  assert.equal(it.told('retry').length > 0, true);
  assert.equal(pc.restarts, 1);
});

test('a new network restarts everything, and asks at once where it was only unreachable', async () => {
  const it = page({ replies: [relay()] });
  const pc = await it.call();
  it.window.tell('online');
  await it.time.pass(1);
  assert.deepEqual(it.told('restart').map(({ reason }) => reason), ['network']);

  const offline = page({ replies: [new Error('offline')], retry: { base: 30 } });
  await offline.call();
  offline.replies[0] = relay();
  offline.window.tell('online');
  await offline.time.pass(1);
  assert.equal(offline.told('recovered').length, 1);
});

test('a new network is no reason to come before a Retry-After', async () => {
  const it = page({ replies: [Object.assign(new Error('503'), { retryAfter: 20 })] });
  await it.call();
  it.window.tell('online');
  await it.time.pass(1);
  assert.equal(it.asked.length, 1);
});

test('navigator.connection counts when the type of network changes', async () => {
  const it = page();
  const pc = await it.call();
  it.connection.tell('change');
  await it.time.pass(1);
  assert.equal(pc.restarts, 0);
  it.connection.type = 'cellular';
  it.connection.tell('change');
  await it.time.pass(1);
  assert.equal(pc.restarts, 1);
  it.connection.tell('change');
  await it.time.pass(1);
  assert.equal(pc.restarts, 1);
});

test('two reasons at once are one restart', async () => {
  const it = page();
  const pc = await it.call();
  it.window.tell('online');
  it.connection.type = 'wifi';
  it.connection.tell('change');
  pc.ice('failed');
  await it.time.pass(0.6);
  assert.equal(pc.restarts, 1);
});

test('gathering that ends without a relay is said', async () => {
  const it = page();
  const pc = await it.call();
  pc.tell('icegatheringstatechange');
  pc.gather('srflx');
  pc.gathered();
  await it.time.pass(1);
  assert.deepEqual(it.told('norelay').map((event) => event.pc), [pc]);
});

test('gathering that found a relay, was rolled back, or goes on is not', async () => {
  const it = page();
  const pc = await it.call();
  pc.gather('relay');
  pc.gathered();
  await it.time.pass(1);
  pc.negotiate('rolled back');
  pc.gathered();
  pc.negotiate('u2');
  await it.time.pass(1);
  pc.gathered();
  pc.iceGatheringState = 'gathering';
  pc.tell('icegatheringstatechange');
  await it.time.pass(1);
  assert.equal(it.told('norelay').length, 0);
});

test('gathering by earlier servers says nothing about the present ones', async () => {
  const it = page();
  const pc = await it.call();
  pc.refuse();
  await settled();
  pc.gathered();
  await it.time.pass(1);
  assert.equal(it.told('norelay').length, 0);
});

test('without a credential no relay is expected', async () => {
  const it = page({ replies: [new Error('down')] });
  const pc = await it.call();
  pc.gathered();
  await it.time.pass(1);
  assert.equal(it.told('norelay').length, 0);
});

test('a connection that refuses its servers is a problem of its own', async () => {
  const it = page(due);
  const pc = await it.call();
  const other = await it.call();
  pc.refusesConfigurations = true;
  await it.time.pass(85);
  assert.deepEqual(it.told('problem').map((event) => [event.pc, event.error.message]), [[pc, 'no']]);
  assert.deepEqual([pc.restarts, other.restarts], [0, 1]);
});
