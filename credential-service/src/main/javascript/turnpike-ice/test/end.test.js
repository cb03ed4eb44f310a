import assert from 'node:assert/strict';
import { test } from 'node:test';
import { FakePeerConnection, page, relay, settled } from './fakes.js';

const nothingLeft = (it, ...pcs) => {
  assert.equal(it.time.pending, 0, 'timers');
  for (const target of [it.window, it.document, it.connection]) assert.equal(target.listeners, 0, 'listeners');
  for (const pc of pcs) assert.equal(pc.listeners, 0, 'listeners of a connection');
};

test('close() leaves no timer, no listener and no event, in every state', async () => {
  const hanging = () => new Promise(() => {});
  const states = {
    idle: async (it) => [],
    relay: async (it) => [await it.call(), await it.call()],
    'a fetch': async (it) => {
      it.replies[0] = hanging;
      const pc = new FakePeerConnection();
      it.ice.attach(pc);
      return [pc];
    },
    fallback: async (it) => {
      it.replies[0] = new Error('down');
      return [await it.call()];
    },
    disconnected: async (it) => {
      const pc = await it.call();
      pc.ice('disconnected');
      return [pc];
    },
    'gathering that ended': async (it) => {
      const pc = await it.call();
      pc.gathered();
      return [pc];
    },
    'a restart wanted': async (it) => {
      const pc = await it.call();
      it.window.tell('online');
      return [pc];
    },
    'a restart that waits': async (it) => {
      const pc = await it.call();
      pc.signal('have-local-offer');
      it.window.tell('online');
      await it.time.pass(1);
      return [pc];
    },
  };
  for (const [name, reach] of Object.entries(states)) {
    const it = page({ replies: [relay()] });
    const pcs = await reach(it);
    it.ice.close();
    it.ice.close();
    nothingLeft(it, ...pcs);
    const told = it.events.length;
    it.window.tell('online');
    it.document.tell('visibilitychange');
    for (const pc of pcs) {
      pc.refuse();
      pc.ice('failed');
      pc.signal('stable');
    }
    await it.time.pass(10_000);
    assert.equal(it.events.length, told, name);
    assert.equal(it.ice.state, 'closed');
    nothingLeft(it, ...pcs);
  }
});

test('close() gives up the fetch, and whoever waits for it is told', async () => {
  const it = page({ replies: [() => new Promise(() => {})] });
  const waiting = it.ice.configuration();
  it.ice.close();
  await assert.rejects(waiting, /turnpike-ice: closed/);
  assert.equal(it.asked[0].signal.aborted, true);
  assert.equal(it.time.pending, 0);
});

test('close() while a failed connection waits for its renewal restarts nothing', async () => {
  const it = page({ replies: [relay(), () => new Promise(() => {})] });
  const pc = await it.call();
  it.time.sleep(90);
  pc.ice('failed');
  await it.time.pass(0);
  it.ice.close();
  await it.time.pass(100);
  assert.equal(pc.restarts, 0);
  nothingLeft(it, pc);
});

test('a listener may close() at any event', async () => {
  for (const type of ['renewing', 'obtained', 'refused', 'renewed', 'restart']) {
    const it = page({ minimumLead: 0 });
    it.ice.addEventListener(type, () => it.ice.close());
    try {
      const pc = await it.call();
      pc.refuse();
      await it.time.pass(200);
    } catch (closed) {
      assert.match(closed.message, /closed/);
    }
    assert.equal(it.order.at(-1), type);
    nothingLeft(it);
  }
});

test('after close() there is no configuration and no attaching', async () => {
  const it = page();
  it.ice.close();
  await assert.rejects(it.ice.configuration(), /closed/);
  assert.throws(() => it.ice.attach(new FakePeerConnection()), /closed/);
});

test('detach() lets go of one connection, and with the last one of the timer', async () => {
  const it = page({ minimumLead: 0 });
  const pc = await it.call();
  const other = await it.call();
  pc.ice('disconnected');
  it.ice.detach(pc);
  assert.equal(pc.listeners, 0);
  await it.time.pass(85);
  assert.deepEqual([pc.restarts, other.restarts], [0, 1]);
  it.ice.detach(other);
  it.ice.detach(other);
  assert.equal(it.time.pending, 0);
});

test('attaching twice is attaching once', async () => {
  const it = page();
  const pc = await it.call();
  const { listeners } = pc;
  it.ice.attach(pc);
  assert.equal(pc.listeners, listeners);
});

test('a closed connection is forgotten by itself', async () => {
  const it = page({ minimumLead: 0 });
  const pc = await it.call();
  pc.close();
  await it.time.pass(85);
  assert.equal(pc.listeners, 0);
  assert.equal(it.asked.length, 1);
  assert.equal(it.time.pending, 0);

  const ill = await it.call();
  ill.ice('failed');
  await it.time.pass(1);
  ill.close();
  await it.time.pass(10);
  assert.equal(ill.listeners, 0);
});

test('a fetch that ends after the last connection went leaves no timer', async () => {
  let give;
  const it = page({ replies: [() => new Promise((resolve) => (give = resolve))] });
  const pc = new FakePeerConnection();
  it.ice.attach(pc);
  it.ice.detach(pc);
  give(relay());
  await settled();
  assert.equal(it.time.pending, 0);
});

test('a reply that lands while it closes brings nothing back', async () => {
  let give;
  const reply = new Promise((resolve) => (give = resolve));
  const it = page({ replies: [() => reply] });
  const asked = it.ice.configuration().catch((error) => error);
  reply.then(() => it.ice.close()); // heard right after the module heard it
  give(relay());
  await settled();
  assert.equal(it.ice.state, 'closed');
  assert.match((await asked).message, /closed/);
  assert.equal(it.time.pending, 0);
});
