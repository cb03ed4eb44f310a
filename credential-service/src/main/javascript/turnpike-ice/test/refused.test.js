import assert from 'node:assert/strict';
import { test } from 'node:test';
import { page, relay, settled } from './fakes.js';

test('a 401 of a relay renews at once, once for all candidates, and tells which grant it was', async () => {
  const it = page({ replies: [relay({ username: 'old' }), relay({ username: 'new' })] });
  const pc = await it.call();
  const other = await it.call();
  for (let i = 0; i < 6; i++) pc.refuse();
  other.refuse('turns:relay.example:443?transport=tcp');
  await settled();
  assert.equal(it.told('refused').length, 1);
  assert.equal(it.told('refused')[0].pc, pc);
  assert.deepEqual(it.asked.map(({ reason, grantId }) => [reason, grantId]), [['first', undefined], ['refused', 'grant-of-old']]);
  await it.time.pass(1);
  assert.deepEqual([pc.username, other.username], ['new', 'new']);
  assert.deepEqual([pc.restarts, other.restarts], [1, 1]);
});

test('other errors, and those of STUN, refuse nothing', async () => {
  const it = page();
  const pc = await it.call();
  pc.refuse('turn:relay.example', 701);
  pc.refuse('stun:relay.example');
  pc.refuse(null);
  await settled();
  assert.equal(it.asked.length, 1);
});

test('while a renewal is under way a 401 begins no second one', async () => {
  let give;
  const it = page({ minimumLead: 0, replies: [relay(), () => new Promise((resolve) => (give = resolve))] });
  const pc = await it.call();
  await it.time.pass(80);
  pc.refuse();
  give(relay());
  await it.time.pass(1);
  assert.equal(it.asked.length, 2);
  assert.equal(it.told('renewed').length, 1);
});

test('late 401s of what the old credential gathered do not touch the new one', async () => {
  const it = page();
  const pc = await it.call();
  pc.refuse();
  await it.time.pass(1);
  pc.refuse();
  await settled();
  assert.equal(it.told('refused').length, 1);
  assert.equal(it.ice.state, 'relay');
  pc.negotiate('u2');
  pc.refuse();
  await settled();
  assert.equal(it.told('refused').length, 2);
});

test('when the new one is refused as well, STUN is said and the pause grows', async () => {
  const it = page();
  const pc = await it.call();
  pc.refuse();
  await it.time.pass(1);
  pc.negotiate('u2');
  pc.refuse();
  await settled();
  assert.equal(it.asked.length, 2);
  assert.deepEqual(it.told('fallback').map(({ reason, retryIn }) => [reason, retryIn]), [['refused', 2]]);
  assert.equal(it.ice.state, 'fallback');
  await it.time.pass(2.5);
  assert.equal(it.told('recovered').length, 1);
  pc.negotiate('u3');
  pc.refuse();
  await settled();
  assert.equal(it.told('fallback')[1].retryIn, 4);
});

test('a leg that refuses is no reason where another gave a relay by the same credential', async () => {
  const it = page();
  const pc = await it.call();
  pc.refuse();
  await it.time.pass(1);
  pc.gather('relay'); // of the old gathering: proves nothing
  pc.negotiate('u2');
  pc.gather('host');
  pc.tell('icecandidate', { candidate: null });
  pc.gather('relay');
  for (let i = 0; i < 3; i++) pc.refuse();
  await settled();
  assert.equal(it.asked.length, 2);
  assert.equal(it.ice.state, 'relay');
});

test('after one that lived until it was due, a refusal renews at once again', async () => {
  const it = page();
  const pc = await it.call();
  pc.refuse();
  await it.time.pass(1);
  pc.negotiate('u2');
  await it.time.pass(90);
  assert.equal(it.asked.at(-1).reason, 'due');
  pc.negotiate('u3');
  const before = it.asked.length;
  pc.refuse();
  await settled();
  assert.equal(it.asked.length, before + 1);
  assert.equal(it.told('fallback').length, 0);
});

test('in fallback it says that the last one was refused, for else the same comes again', async () => {
  let last = 0;
  const sticky = ({ reason }) => relay({ username: `user-${['first', 'refused'].includes(reason) ? ++last : last}` });
  const it = page({ replies: [sticky] });
  const pc = await it.call();
  pc.refuse();
  await it.time.pass(1);
  pc.negotiate('u2');
  pc.refuse();
  await it.time.pass(5);
  assert.deepEqual(it.asked.map(({ reason }) => reason), ['first', 'refused', 'refused']);
  assert.equal(it.ice.state, 'relay');
  assert.equal(pc.username, 'user-3');
});

test('a candidate of the old credential does not prove the new one', async () => {
  const it = page();
  const pc = await it.call();
  pc.refuse();
  await it.time.pass(1);
  pc.gather('relay');
  pc.negotiate('u2');
  pc.refuse();
  await settled();
  assert.equal(it.told('fallback').length, 1);
});

test('the refused credential handed out again is no answer', async () => {
  const it = page({ replies: [relay({ username: 'bad' }), relay({ username: 'bad' }), relay({ username: 'good' })] });
  const pc = await it.call();
  pc.refuse();
  await settled();
  const [fallback] = it.told('fallback');
  assert.equal(fallback.reason, 'refused');
  assert.match(fallback.error.message, /refused credential came again/);
  await it.time.pass(2);
  assert.equal(pc.username, 'good');
  assert.equal(it.told('recovered').length, 1);
});

test('a refusal within a Retry-After waits for it', async () => {
  const busy = Object.assign(new Error('503'), { retryAfter: 10 });
  const it = page({ minimumLead: 0, replies: [relay(), busy, relay()] });
  const pc = await it.call();
  await it.time.pass(80);
  pc.refuse();
  await settled();
  assert.equal(it.asked.length, 2);
  assert.equal(it.told('fallback')[0].reason, 'refused');
});

test('a refusal in fallback says nothing new', async () => {
  const it = page({ replies: [new Error('down')] });
  const pc = await it.call();
  pc.refuse();
  assert.equal(it.told('refused').length, 0);
});

test('a configuration is not made of a refused credential', async () => {
  const it = page({ replies: [relay({ username: 'bad' }), relay({ username: 'good' })] });
  const pc = await it.call();
  pc.refuse();
  const { iceServers } = await it.ice.configuration();
  assert.equal(iceServers[1].username, 'good');
});
