import assert from 'node:assert/strict';
import { test } from 'node:test';
import { FakePeerConnection, page, relay, settled, stunAlone } from './fakes.js';

test('a configuration has the relay, and what the app wants besides', async () => {
  const { ice, order, asked, events } = page({ replies: [relay({ username: 'anna' })] });
  const configuration = await ice.configuration({ iceTransportPolicy: 'relay' });
  assert.equal(configuration.iceTransportPolicy, 'relay');
  assert.deepEqual(configuration.iceServers[1], { urls: ['turn:relay.example:3478?transport=udp'], username: 'anna', credential: 'secret' });
  assert.equal(ice.state, 'relay');
  assert.equal(asked[0].reason, 'first');
  assert.deepEqual(events, [
    { type: 'renewing', reason: 'first' },
    { type: 'obtained', reason: 'first', source: 'minted', grantId: 'grant-of-anna', ttl: 100, renewsIn: 70 },
  ]);
  assert.equal(order.includes('secret'), false);
});

test('no event carries a password or a username', async () => {
  const it = page({ replies: [relay({ username: 'anna-name', grantId: 'g1' }), relay({ username: 'anna-name-2', grantId: 'g2' })] });
  const pc = await it.call();
  pc.refuse();
  await it.time.pass(100);
  const text = JSON.stringify(it.events, (key, value) => (key === 'pc' ? undefined : value));
  assert.equal(/secret|anna-name/.test(text), false, text);
});

test('calls that ask at once share one fetch', async () => {
  const it = page();
  await Promise.all([it.ice.configuration(), it.ice.configuration(), it.ice.configuration()]);
  assert.equal(it.asked.length, 1);
});

test('a credential that lasts is handed out without asking again, a due one is not', async () => {
  const it = page({ minimumLead: 0 });
  const first = await it.ice.configuration();
  it.time.sleep(79);
  assert.equal((await it.ice.configuration()).iceServers, first.iceServers);
  it.time.sleep(1);
  assert.notEqual((await it.ice.configuration()).iceServers, first.iceServers);
  assert.deepEqual(it.asked.map((ask) => ask.reason), ['first', 'due']);
});

test('it is renewed before refreshAfter by the life at arrival, whatever the clocks say', async () => {
  const it = page({ minimumLead: 0 });
  await it.call();
  await it.time.pass(79.9);
  assert.equal(it.asked.length, 1);
  await it.time.pass(0.2);
  assert.deepEqual(it.asked.map((ask) => ask.at), [0, 80]);
  assert.deepEqual(it.order.slice(2, 4), ['renewing', 'renewed']);
});

test('a fleet spreads over the last tenth before refreshAfter', async () => {
  for (const [random, at] of [[0, 72], [0.5, 76], [1, 80]]) {
    const it = page({ minimumLead: 0, random });
    await it.call();
    await it.time.pass(81);
    assert.equal(it.asked[1].at, at);
  }
});

test('the lead is at least the minimum, unless that is over half of the life', async () => {
  const dueOf = async (fields, minimumLead) => {
    const it = page({ replies: [relay(fields)], minimumLead });
    await it.ice.configuration();
    return it.events[1].renewsIn;
  };
  assert.equal(await dueOf({ ttl: 100, lead: 20 }, 30), 70);
  assert.equal(await dueOf({ ttl: 100, lead: 20 }, 80), 50);
  assert.equal(await dueOf({ ttl: 100, lead: 70 }, 30), 30);
  assert.equal(await dueOf({ ttl: 100, refreshAfter: undefined }, 0), 80);
  assert.equal(await dueOf({ ttl: 100, refreshAfter: 'soon' }, 0), 80);
  assert.equal(await dueOf({ ttl: 100, lead: -5 }, 0), 80);
  assert.equal(await dueOf({ ttl: 6, lead: 3 }, 0), 5);
  assert.equal(await dueOf({ ttl: 3, lead: 2 }, 0), 3);
});

test('nobody attached, nothing renewed', async () => {
  const it = page();
  await it.ice.configuration();
  assert.equal(it.time.pending, 0);
  await it.time.pass(1000);
  assert.equal(it.asked.length, 1);
});

test('a connection attached without configuration() gets its servers', async () => {
  const it = page();
  const pc = new FakePeerConnection();
  it.ice.attach(pc);
  await settled();
  assert.match(pc.username, /^user-/);
  assert.equal(it.asked[0].reason, 'first');
});

test('the same credential again is no renewal', async () => {
  const it = page({ minimumLead: 0, replies: [relay({ username: 'a' }), relay({ username: 'a', ttl: 20, lead: 10 }), relay({ username: 'b' })] });
  const pc = await it.call();
  await it.time.pass(80);
  assert.deepEqual(it.order.slice(2), ['renewing', 'unchanged']);
  assert.deepEqual([pc.configurations.length, pc.restarts], [0, 0]);
  await it.time.pass(10.6);
  assert.equal(it.told('renewed').length, 1);
  assert.equal(pc.restarts, 1);
});

test('a failed renewal is tried again while the present one lives, ever more slowly, then STUN is said', async () => {
  const it = page({ minimumLead: 0, replies: [relay(), new Error('down')] });
  const pc = await it.call();
  await it.time.pass(90);
  assert.deepEqual(it.told('retry').map((retry) => retry.retryIn), [1, 2, 4, 8]);
  assert.equal(it.told('retry')[0].error.message, 'down');
  assert.equal(it.ice.state, 'relay');
  await it.time.pass(30);
  assert.equal(it.ice.state, 'fallback');
  const [fallback] = it.told('fallback');
  assert.equal(fallback.reason, 'expired');
  assert.equal(pc.username, undefined);
  assert.equal(pc.restarts, 0);
});

test('pauses have full jitter and a cap', async () => {
  const it = page({ minimumLead: 0, random: 0.5, retry: { base: 2, cap: 3 }, replies: [new Error('down')] });
  await it.call();
  await it.time.pass(5);
  assert.deepEqual(it.events.filter((event) => event.retryIn).map((event) => event.retryIn), [1, 1.5, 1.5, 1.5]);
});

test('at the start a failure falls back to STUN at once, and the relay comes when it can', async () => {
  const it = page({ replies: [new Error('down'), new Error('down'), relay()] });
  const pc = await it.call();
  assert.deepEqual(pc.getConfiguration().iceServers, [{ urls: ['stun:stun.cloudflare.com:3478'] }]);
  await it.time.pass(5);
  assert.deepEqual(it.order, ['renewing', 'fallback', 'renewing', 'retry', 'renewing', 'recovered', 'restart']);
  assert.deepEqual(it.asked.map((ask) => ask.reason), ['first', 'fallback', 'fallback']);
  assert.match(pc.username, /^user-/);
  assert.equal(pc.restarts, 1);
});

test('Retry-After is waited for, also beyond the end of the credential', async () => {
  const busy = Object.assign(new Error('503'), { retryAfter: 50 });
  const it = page({ minimumLead: 0, replies: [relay(), busy, relay()] });
  await it.call();
  await it.time.pass(99);
  assert.equal(it.asked.length, 2);
  await it.time.pass(2);
  assert.deepEqual(it.told('fallback').map(({ reason, retryIn }) => [reason, retryIn]), [['expired', 31]]);
  await it.time.pass(31);
  assert.deepEqual(it.asked.map((ask) => ask.at), [0, 80, 131]);
  assert.equal(it.ice.state, 'relay');
});

test('in fallback a configuration is given at once until it is time to try again', async () => {
  const it = page({ replies: [new Error('down'), relay()] });
  await it.ice.configuration();
  assert.equal((await it.ice.configuration()).iceServers.length, 1);
  assert.equal(it.asked.length, 1);
  it.time.sleep(1);
  assert.equal((await it.ice.configuration()).iceServers.length, 2);
});

test('STUN alone from the service is a fallback, asked for again after refreshAfter', async () => {
  const it = page({ replies: [stunAlone(), stunAlone(), relay()] });
  const pc = await it.call();
  assert.deepEqual(pc.getConfiguration().iceServers, [{ urls: ['stun:other.example:3478'] }]);
  assert.deepEqual([it.events[1].type, it.events[1].reason, it.events[1].retryIn], ['fallback', 'no-relay', 36]);
  await it.time.pass(36);
  assert.equal(it.events[3].type, 'retry');
  await it.time.pass(36);
  assert.equal(it.ice.state, 'relay');
  assert.deepEqual(it.asked.map((ask) => ask.at), [0, 36, 72]);
});

test('a fetch that hangs is given up, and its late answer is nobody\'s', async () => {
  let late;
  const it = page({ fetchTimeout: 3, replies: [() => new Promise((resolve) => (late = resolve)), relay()] });
  const configuration = it.ice.configuration();
  await it.time.pass(3);
  assert.equal((await configuration).iceServers.length, 1);
  assert.equal(it.asked[0].signal.aborted, true);
  assert.match(it.told('fallback')[0].error.message, /no ICE servers in time/);
  late(relay({ username: 'late' }));
  await settled();
  assert.equal(it.ice.state, 'fallback');
});

test('a page that woke looks at once', async () => {
  for (const [target, type] of [['window', 'pageshow'], ['document', 'visibilitychange']]) {
    const it = page();
    await it.call();
    it.time.sleep(5000);
    it[target].tell(type);
    await settled();
    assert.equal(it.told('renewed').length, 1);
  }
});

test('a timer that comes late looks at what time it is', async () => {
  const it = page({ replies: [relay(), new Error('down')] });
  await it.call();
  it.time.sleep(5000);
  await it.time.pass(0);
  assert.equal(it.told('fallback')[0].reason, 'unavailable');
});

test('STUN alone at a renewal ends no credential that still lives', async () => {
  const it = page({ minimumLead: 0, replies: [relay({ username: 'lives' }), stunAlone()] });
  const pc = await it.call();
  await it.time.pass(80);
  assert.deepEqual(it.told('retry').map(({ reason }) => reason), ['no-relay']);
  assert.equal(it.ice.state, 'relay');
  assert.equal(pc.username, 'lives');
  await it.time.pass(60);
  assert.equal(it.ice.state, 'fallback');
  assert.equal(pc.username, undefined);
});
