import assert from 'node:assert/strict';
import { test } from 'node:test';
import { OUTCOMES, browserName, details, judge, only, sentence } from '../turnpike-relay-test.js';

const CLOSED = { code: 701, text: 'Failed to establish connection', url: 'turn:a?transport=tcp' };
const UNAUTHORIZED = { code: 401, text: 'Unauthorized.', url: 'turn:a' };

const leg = (transport, fields) => ({ transport, tested: true, relay: false, connected: false, errors: [], ...fields });
const works = (transport, fields) =>
  leg(transport, { relay: true, connected: true, packets: 900, lostPerMille: 0, roundTripMillis: 20, kilobitsPerSecond: 1000, ...fields });
const outcomes = (facts, expired) => judge(facts, expired).map(({ outcome }) => outcome).join(' ');
const says = (...facts) => sentence(judge(facts));

test('what carried media works, with its figures', () => {
  assert.deepEqual(judge([works('udp')]), [
    { transport: 'udp', outcome: 'works', roundTripMillis: 20, lostPerMille: 0, kilobitsPerSecond: 1000, detail: 'connected' },
  ]);
});

test('much loss or delay is poor', () => {
  const facts = [works('udp', { lostPerMille: 51 }), works('tcp', { roundTripMillis: 401 }), works('tls', { lostPerMille: 50, roundTripMillis: 400 })];
  assert.equal(outcomes(facts), 'poor poor works');
});

test('a way without an answer is blocked where another one answers', () => {
  assert.equal(outcomes([leg('udp'), works('tcp'), works('tls')]), 'blocked works works');
  assert.equal(outcomes([works('udp'), leg('tcp', { errors: [CLOSED] }), leg('tls', { errors: [CLOSED] })]), 'works blocked blocked');
});

test('a refusal is an answer too', () => {
  assert.equal(outcomes([leg('udp'), leg('tcp', { errors: [UNAUTHORIZED] }), leg('tls')]), 'blocked refused tls');
});

test('where nothing answers nobody can tell the network from the relay', () => {
  assert.equal(outcomes([leg('udp'), leg('tcp', { errors: [CLOSED] }), leg('tls')]), 'unreachable unreachable unreachable');
});

test('TLS that fails where TCP answers is about TLS', () => {
  assert.equal(outcomes([leg('udp'), works('tcp'), leg('tls', { errors: [CLOSED] })]), 'blocked works tls');
});

test('a refused credential, and an expired one', () => {
  const facts = [leg('udp', { errors: [UNAUTHORIZED] })];
  assert.equal(outcomes(facts), 'refused');
  assert.equal(outcomes(facts, true), 'expired');
  assert.equal(outcomes([works('udp')], true), 'works');
});

test('what the relay declined, what carried nothing, what was not tested', () => {
  const facts = [leg('udp', { errors: [{ ...UNAUTHORIZED, code: 486 }] }), leg('tcp', { relay: true }), leg('tls', { tested: false })];
  assert.equal(outcomes(facts), 'declined no-media not-tested');
  assert.equal(outcomes([leg('udp', { relay: true, connected: true, packets: 0 })]), 'no-media');
});

test('no figures without media', () => {
  const [judged] = judge([leg('udp', { relay: true, roundTripMillis: 3 })]);
  assert.equal(judged.roundTripMillis, undefined);
});

test('the detail has the errors, and fits', () => {
  const [judged] = judge([leg('tcp', { errors: [CLOSED] })]);
  assert.equal(judged.detail, 'no relay candidate; 701 Failed to establish connection (turn:a?transport=tcp)');
  const [long] = judge([leg('tcp', { errors: Array(9).fill({ ...CLOSED, text: undefined, url: 'x'.repeat(90) }) })]);
  assert.equal(long.detail.length, 300);
});

test('one sentence for each of what there is to say', () => {
  assert.match(says(works('udp'), works('tcp'), works('tls')), /^Calls work from here, on every way that was tested\.$/);
  assert.match(says(leg('udp'), works('tcp'), works('tls')), /not by UDP/);
  assert.match(says(works('udp'), leg('tcp'), works('tls')), /TCP, the spare way, did not/);
  assert.match(says(works('udp'), leg('tcp'), leg('tls')), /TCP and TLS, the spare ways, did not/);
  assert.match(says(works('udp', { lostPerMille: 300 })), /picture and sound will suffer/);
  assert.match(says(leg('udp'), leg('tcp')), /nothing answers/);
  assert.match(says(leg('udp', { errors: [UNAUTHORIZED] })), /Your network is not the reason/);
  assert.match(says(leg('udp', { errors: [UNAUTHORIZED] }), leg('tcp')), /TCP did not get through at all/);
  assert.match(says(leg('udp', { relay: true })), /do not work from here/);
  assert.match(says(leg('udp', { tested: false })), /Nothing could be tested/);
});

test('each outcome has words, and the details have all of them', () => {
  const legs = judge([works('udp', { lostPerMille: 5 }), leg('tcp'), leg('tls', { tested: false })]);
  for (const { outcome } of legs) assert.ok(OUTCOMES[outcome]);
  const text = details(legs, { browser: 'Firefox 140, Linux', at: '2026-11-26T09:00:00Z' });
  assert.match(text, /^Relay test, 2026-11-26T09:00:00Z, Firefox 140, Linux\nUDP: works, 20 ms there and back, 0.5 % lost, 1000 kbit\/s\n {4}connected\nTCP: blocked/);
});

test('the servers of one transport alone', () => {
  const servers = [
    { urls: ['stun:a'] },
    { urls: ['turn:a', 'turn:a?transport=udp', 'turn:a?transport=tcp', 'turns:a?transport=tcp', 'turns:a'], username: 'u', credential: 'c' },
    { urls: 'turn:b', username: 'u', credential: 'c' },
  ];
  const urls = (transport) => only(servers, transport).flatMap((server) => server.urls);
  assert.deepEqual(urls('udp'), ['turn:a', 'turn:a?transport=udp', 'turn:b']);
  assert.deepEqual(urls('tcp'), ['turn:a?transport=tcp']);
  assert.deepEqual(urls('tls'), ['turns:a?transport=tcp', 'turns:a']);
  assert.equal(only(servers, 'tls')[0].username, 'u');
});

test('of the browser its name, version and system alone', () => {
  const of = (agent) => browserName(`Mozilla/5.0 ${agent}`);
  assert.equal(of('(X11; Linux x86_64) AppleWebKit/537.36 (KHTML, like Gecko) Chrome/140.0.0.0 Safari/537.36'), 'Chrome 140, Linux');
  assert.equal(of('(Windows NT 10.0; Win64; x64) AppleWebKit/537.36 (KHTML, like Gecko) Chrome/140.0.0.0 Safari/537.36 Edg/140.0.0.0'), 'Edge 140, Windows');
  assert.equal(of('(X11; Linux x86_64; rv:141.0) Gecko/20100101 Firefox/141.0'), 'Firefox 141, Linux');
  assert.equal(of('(Macintosh; Intel Mac OS X 10_15_7) AppleWebKit/605.1.15 (KHTML, like Gecko) Version/18.5 Safari/605.1.15'), 'Safari 18, Mac OS X');
  assert.equal(of('nothing known'), 'unknown browser, unknown system');
});

test('what a browser does not tell is left out of the figures, and the rest stays', () => {
  const legs = judge([works('udp', { roundTripMillis: undefined, lostPerMille: 70 })]);
  assert.match(details(legs, { browser: 'Firefox 140, Linux', at: 'now' }), /works, with much loss or delay, 7 % lost, 1000 kbit/);
});
