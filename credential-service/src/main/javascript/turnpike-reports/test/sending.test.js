import assert from 'node:assert/strict';
import { test } from 'node:test';
import { JOIN_FAILURES } from '../turnpike-reports.js';
import { FakeConnection, OFFER, scene, settled } from './fakes.js';

test('it is sent so that it outlives the page, with the token and nothing of the page', async () => {
  const { time, server, reports } = scene({ country: 'DE' });
  reports.attach(new FakeConnection().select());
  await time.pass(10);
  const { url, method, keepalive, credentials, referrerPolicy, headers, report } = server.calls[0];
  assert.deepEqual({ url, method, keepalive, credentials, referrerPolicy }, { url: OFFER.url, method: 'POST', keepalive: true, credentials: 'omit', referrerPolicy: 'no-referrer' });
  assert.deepEqual(headers, { Authorization: 'Bearer tpr_first', 'Content-Type': 'application/json' });
  assert.equal(report.country, 'DE');
});

test('first after ten seconds, then each minute, then at the end, numbered', async () => {
  const { time, server, reports, events } = scene();
  const pc = new FakeConnection().select();
  reports.attach(pc);
  await time.pass(9);
  assert.equal(server.calls.length, 0);
  await time.pass(131);
  assert.equal(server.calls.length, 3);
  await reports.detach(pc);
  assert.deepEqual(server.reports.map((report) => report.sequence), [1, 2, 3, 4]);
  assert.equal(new Set(server.reports.map((report) => report.callId)).size, 1);
  assert.deepEqual(events.map((event) => event.type), ['sent', 'sent', 'sent', 'sent']);
});

test('each connection is a call of its own', async () => {
  const { time, server, reports } = scene();
  reports.attach(new FakeConnection().select());
  const pc = new FakeConnection().select();
  reports.attach(pc);
  reports.attach(pc);
  await time.pass(10);
  assert.equal(new Set(server.reports.map((report) => report.callId)).size, 2);
  assert.equal(server.calls.length, 2);
});

test('where the tenant takes none, nothing is sent', async () => {
  for (const relayReports of [undefined, null, {}]) {
    const { time, server, reports } = scene({ relayReports });
    const pc = new FakeConnection().select();
    reports.attach(pc);
    await time.pass(100);
    await reports.joinFailed('other');
    await reports.detach(pc);
    assert.equal(server.calls.length, 0);
  }
});

test('a connection that never came through sends nothing by itself', async () => {
  const { time, server, reports } = scene();
  const pc = new FakeConnection();
  reports.attach(pc);
  await time.pass(100);
  await reports.detach(pc);
  assert.equal(server.calls.length, 0);
});

test('a failed join is told at once, of a connection or of none', async () => {
  const { server, reports } = scene();
  await reports.joinFailed('credential-refused');
  const pc = new FakeConnection();
  reports.attach(pc);
  await reports.joinFailed('timeout', pc);
  assert.deepEqual(server.reports.map((report) => report.failure), ['credential-refused', 'timeout']);
  assert.ok(server.reports.every((report) => !('route' in report)));
  assert.notEqual(server.reports[0].callId, server.reports[1].callId);
  await reports.close();
});

test('what came through after all is a call, under the same id', async () => {
  const { time, server, reports } = scene();
  const pc = new FakeConnection();
  reports.attach(pc);
  await reports.joinFailed('timeout', pc);
  pc.select();
  await time.pass(70);
  const [failed, came] = server.reports;
  assert.equal(came.callId, failed.callId);
  assert.equal(came.sequence, 2);
  assert.equal(came.route, 'relayed');
  assert.ok(!('failure' in came));
});

test('only the reasons there are', async () => {
  const { reports } = scene();
  await assert.rejects(reports.joinFailed('because'), TypeError);
  for (const reason of JOIN_FAILURES) await reports.joinFailed(reason);
});

test('a page that goes sends what was seen last', async () => {
  const { time, server, page, reports } = scene();
  reports.attach(new FakeConnection().select());
  await time.pass(12);
  page.dispatchEvent(new Event('pagehide'));
  assert.equal(server.calls.length, 2, 'within the event');
  await settled();
});

test('another token takes the place of the first', async () => {
  const { time, server, reports } = scene();
  reports.attach(new FakeConnection().select());
  await time.pass(10);
  reports.renew({ ...OFFER, token: 'tpr_second' });
  await time.pass(60);
  assert.deepEqual(server.calls.map((call) => call.headers.Authorization), ['Bearer tpr_first', 'Bearer tpr_second']);
});

for (const status of [401, 403]) {
  test(`after a ${status} nothing is sent until there is another token`, async () => {
    const { time, server, reports, events } = scene();
    server.status = status;
    reports.attach(new FakeConnection().select());
    await time.pass(200);
    assert.equal(server.calls.length, 1);
    assert.equal(events[0].type, 'missed');
    assert.equal(events[0].detail.status, status);
    server.status = 204;
    reports.renew({ ...OFFER, token: 'tpr_second' });
    await time.pass(10);
    assert.equal(server.calls.length, 2);
  });
}

test('told to wait, it waits, the end of a call included', async () => {
  const { time, server, reports } = scene();
  server.status = 429;
  server.retryAfter = '90';
  const pc = new FakeConnection().select();
  reports.attach(pc);
  await time.pass(10);
  server.status = 204;
  await time.pass(80);
  await reports.joinFailed('other');
  assert.equal(server.calls.length, 1);
  await time.pass(20);
  assert.equal(server.calls.length, 2);
});

test('a server that is away disturbs nothing, and the next report holds all', async () => {
  const { time, server, reports, events } = scene();
  server.away = true;
  reports.attach(new FakeConnection().select({ bytesReceived: 7 }));
  await time.pass(10);
  assert.ok(events[0].detail.error instanceof TypeError);
  server.away = false;
  await time.pass(60);
  assert.equal(server.last.bytesReceived, 7);
});

test('statistics that cannot be read are told, and what was seen last is sent at the end', async () => {
  const { time, server, reports, events } = scene();
  const pc = new FakeConnection().select({ bytesSent: 9 });
  reports.attach(pc);
  await time.pass(5);
  pc.broken = true;
  await reports.detach(pc);
  assert.deepEqual(events.map((event) => event.type), ['missed', 'sent']);
  assert.equal(server.last.bytesSent, 9);
});

test('a connection that was closed is let go', async () => {
  const { time, server, reports } = scene();
  const pc = new FakeConnection().select();
  reports.attach(pc);
  await time.pass(20);
  pc.signalingState = 'closed';
  await time.pass(10);
  assert.equal(server.calls.length, 2);
  assert.equal(time.pending, 0);
});

test('after close() no timer and no listener is left, and nothing begins', async () => {
  const { time, server, page, reports } = scene();
  reports.attach(new FakeConnection().select());
  await time.pass(12);
  await reports.close();
  assert.equal(server.calls.length, 2);
  assert.equal(time.pending, 0);
  assert.equal(page.listeners, 0);
  page.dispatchEvent(new Event('pagehide'));
  reports.attach(new FakeConnection().select());
  await reports.joinFailed('other');
  await reports.close();
  assert.equal(time.pending, 0);
  assert.equal(server.calls.length, 2);
});

test('a look under way when the call ends starts no other', async () => {
  const { time, reports } = scene();
  const pc = new FakeConnection().select();
  reports.attach(pc);
  await time.pass(3);
  let answer;
  pc.getStats = () => new Promise((resolve) => (answer = resolve));
  await time.pass(1);
  const first = answer;
  const ending = reports.detach(pc);
  await settled();
  first(new Map());
  answer(new Map());
  pc.getStats = async () => new Map();
  await ending;
  await settled();
  assert.equal(time.pending, 0);
});
