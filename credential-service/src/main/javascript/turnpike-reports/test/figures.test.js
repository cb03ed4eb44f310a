import assert from 'node:assert/strict';
import { test } from 'node:test';
import { FakeConnection, scene } from './fakes.js';

const UUID = /^[0-9a-f]{8}-[0-9a-f]{4}-4[0-9a-f]{3}-[89ab][0-9a-f]{3}-[0-9a-f]{12}$/;

async function reported(pc, seconds = 10) {
  const { time, server, reports } = scene();
  reports.attach(pc);
  await time.pass(seconds);
  return server.last;
}

test('a relayed call: by which transport, how far, and under a random id', async () => {
  const report = await reported(new FakeConnection().select({ relayProtocol: 'tls', currentRoundTripTime: 0.0424 }));
  assert.match(report.callId, UUID);
  const { route, transport, roundTripMs, sequence } = report;
  assert.deepEqual({ route, transport, roundTripMs, sequence }, { route: 'relayed', transport: 'tls', roundTripMs: 42, sequence: 1 });
});

test('nothing of it leads to a person: no address, no name, no browser', async () => {
  const report = await reported(new FakeConnection().select().receive({ packetsReceived: 1 }));
  assert.deepEqual(Object.keys(report).sort(), [
    'bytesReceived', 'bytesSent', 'callId', 'jitterMs', 'packetsLost', 'packetsReceived', 'peakBitsPerSecond', 'peakNewPeersPerSecond', 'peakPacketsPerSecond',
    'roundTripMs', 'route', 'seconds', 'sequence', 'transport',
  ]);
  assert.doesNotMatch(JSON.stringify(report), /192\.0\.2/);
});

test('a direct call has the transport to its peer', async () => {
  const { route, transport } = await reported(new FakeConnection().select({ candidateType: 'srflx', protocol: 'tcp' }));
  assert.deepEqual({ route, transport }, { route: 'direct', transport: 'tcp' });
});

test('a browser that does not tell how it reaches the relay leaves that open', async () => {
  const report = await reported(new FakeConnection().select({ relayProtocol: null }));
  assert.equal(report.route, 'relayed');
  assert.ok(!('transport' in report));
});

test('without a transport in the statistics, the nominated pair that succeeded is taken', async () => {
  const pc = new FakeConnection().select({ candidateType: 'host' });
  pc.drop('T');
  pc.set('P', 'candidate-pair', { state: 'succeeded', nominated: true });
  assert.equal((await reported(pc)).route, 'direct');
});

test('a call whose pair is just being checked again is one', async () => {
  const pc = new FakeConnection().select({ state: 'in-progress', responsesReceived: 3 });
  assert.equal((await reported(pc)).route, 'relayed');
});

test('a pair that has not succeeded is no call', async () => {
  const pc = new FakeConnection().select({ state: 'in-progress' });
  assert.equal(await reported(pc), undefined);
});

test('round trip and jitter are means of what was seen', async () => {
  const { time, server, reports } = scene();
  const pc = new FakeConnection().select({ currentRoundTripTime: 0.02 }).receive({ jitter: 0.001 });
  reports.attach(pc);
  await time.pass(5);
  pc.select({ currentRoundTripTime: 0.06 }).receive({ jitter: 0.003 });
  await time.pass(5);
  assert.equal(server.last.roundTripMs, 40);
  assert.equal(server.last.jitterMs, 2);
});

test('loss is that of all streams, also of one that is gone; less than none is none', async () => {
  const { time, server, reports } = scene();
  const pc = new FakeConnection().select();
  pc.receive({ stream: 'A', packetsReceived: 90, packetsLost: 10 }).receive({ stream: 'B', packetsReceived: 50, packetsLost: -3 });
  reports.attach(pc);
  await time.pass(5);
  pc.drop('A');
  pc.receive({ stream: 'B', packetsReceived: 60, packetsLost: -3 });
  await time.pass(5);
  assert.equal(server.last.packetsReceived, 150);
  assert.equal(server.last.packetsLost, 10);
});

test('volume is that of all pairs, since a call may change from one to another', async () => {
  const { time, server, reports } = scene();
  const pc = new FakeConnection().select({ bytesReceived: 1000, bytesSent: 10 });
  reports.attach(pc);
  await time.pass(5);
  pc.select({ pair: 'Q', bytesReceived: 500, bytesSent: 5 });
  await time.pass(5);
  assert.equal(server.last.bytesReceived, 1500);
  assert.equal(server.last.bytesSent, 15);
});

test('the busiest second counts: bits and packets of the busier way', async () => {
  const { time, server, reports } = scene();
  const pc = new FakeConnection().select({ bytesReceived: 0, bytesSent: 0, packetsReceived: 0, packetsSent: 0 });
  reports.attach(pc);
  await time.pass(3);
  pc.select({ bytesReceived: 5_000_000, bytesSent: 100, packetsReceived: 7, packetsSent: 4_000 });
  await time.pass(7);
  assert.equal(server.last.peakBitsPerSecond, 40_000_000);
  assert.equal(server.last.peakPacketsPerSecond, 4_000);
});

test('a steady flow is as busy in each second, however long it lasts', async () => {
  const { time, server, reports } = scene();
  const pc = new FakeConnection().select({ bytesSent: 0, packetsSent: 0 });
  reports.attach(pc);
  for (let second = 1; second <= 10; second++) {
    await time.pass(1);
    pc.select({ bytesSent: second * 1000, packetsSent: second * 5 });
  }
  assert.equal(server.last.peakBitsPerSecond, 8000);
  assert.equal(server.last.peakPacketsPerSecond, 5);
  assert.equal(server.last.bytesSent, 9000);
});

test('new peers are counted by the second, and only those behind the relay', async () => {
  const { time, server, reports } = scene();
  const pc = new FakeConnection().select({ remote: '192.0.2.1' });
  reports.attach(pc);
  await time.pass(2);
  for (const n of [2, 3, 4]) pc.select({ pair: `P${n}`, remote: `192.0.2.${n}` });
  pc.select({ pair: 'again', remote: '192.0.2.4' }).select({ pair: 'direct', candidateType: 'host', remote: '192.0.2.9' });
  await time.pass(8);
  assert.equal(server.last.peakNewPeersPerSecond, 3);
});

test('later, a look covers ten seconds, and peaks are its means', async () => {
  const { time, server, reports } = scene();
  const pc = new FakeConnection().select({ bytesReceived: 0 });
  reports.attach(pc);
  await time.pass(10);
  pc.select({ bytesReceived: 10_000_000 });
  await time.pass(60);
  assert.equal(server.last.peakBitsPerSecond, 8_000_000);
});

test('seconds are those it was connected', async () => {
  const { time, server, reports } = scene();
  const pc = new FakeConnection();
  reports.attach(pc);
  await time.pass(5);
  pc.select();
  await time.pass(65);
  await reports.detach(pc);
  assert.equal(server.last.seconds, 64);
});
