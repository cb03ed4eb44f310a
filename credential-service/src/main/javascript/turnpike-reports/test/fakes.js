// What a page gives the module, by hand: time, a peer connection's statistics, a server.
import { TurnpikeReports } from '../turnpike-reports.js';

export const OFFER = { url: 'https://turnpike.example/api/relay-reports', token: 'tpr_first', expiresAt: '2026-11-26T10:00:00Z' };

/** All promises that are to be kept by now have been. */
export const settled = () => new Promise((resolve) => setImmediate(resolve));

export class Time {
  milliseconds = 0;
  #timers = new Map();
  #next = 1;
  now = () => this.milliseconds;
  setTimeout = (act, wait) => {
    this.#timers.set(this.#next, { act, at: this.milliseconds + wait });
    return this.#next++;
  };
  clearTimeout = (id) => this.#timers.delete(id);

  get pending() {
    return this.#timers.size;
  }

  async pass(seconds) {
    const end = this.milliseconds + seconds * 1000;
    for (;;) {
      await settled();
      const [id, timer] = [...this.#timers].sort(([, a], [, b]) => a.at - b.at)[0] ?? [];
      if (!timer || timer.at > end) break;
      this.#timers.delete(id);
      this.milliseconds = Math.max(this.milliseconds, timer.at);
      timer.act();
    }
    this.milliseconds = end;
    await settled();
  }
}

/** A connection whose statistics a test writes. */
export class FakeConnection {
  signalingState = 'stable';
  #stats = new Map();

  async getStats() {
    if (this.broken) throw new Error('closed');
    return new Map(this.#stats);
  }

  set(id, type, fields) {
    this.#stats.set(id, { ...this.#stats.get(id), id, type, ...fields });
    return this;
  }

  drop(id) {
    this.#stats.delete(id);
  }

  /** Media flows by this pair. */
  select({ candidateType = 'relay', relayProtocol = 'udp', protocol = 'udp', pair = 'P', remote = '192.0.2.7', ...fields } = {}) {
    this.set(`L${pair}`, 'local-candidate', { candidateType, protocol, relayProtocol: candidateType === 'relay' ? relayProtocol : undefined });
    this.set(`R${pair}`, 'remote-candidate', { candidateType: 'host', address: remote });
    this.set(pair, 'candidate-pair', { localCandidateId: `L${pair}`, remoteCandidateId: `R${pair}`, state: 'succeeded', nominated: true, currentRoundTripTime: 0.04, ...fields });
    return this.set('T', 'transport', { selectedCandidatePairId: pair });
  }

  receive({ stream = 'I', packetsReceived = 0, packetsLost = 0, jitter = 0 }) {
    return this.set(stream, 'inbound-rtp', { packetsReceived, packetsLost, jitter });
  }
}

/** Answers 204 unless told otherwise, and keeps what it was sent. */
export class FakeServer {
  calls = [];
  status = 204;
  retryAfter = null;

  fetch = async (url, options) => {
    this.calls.push({ url, ...options, report: JSON.parse(options.body) });
    if (this.away) throw new TypeError('Failed to fetch');
    return { ok: this.status < 300, status: this.status, headers: { get: (name) => (name === 'Retry-After' ? this.retryAfter : null) } };
  };

  get reports() {
    return this.calls.map((call) => call.report);
  }

  get last() {
    return this.reports.at(-1);
  }
}

/** Knows how many listeners it has, which go by a signal. */
class Page extends EventTarget {
  listeners = 0;

  addEventListener(type, act, options) {
    this.listeners++;
    options.signal.addEventListener('abort', () => this.listeners--);
    super.addEventListener(type, act, options);
  }
}

export function scene(options = {}) {
  const time = new Time();
  const server = new FakeServer();
  const page = new Page();
  const reports = new TurnpikeReports({ relayReports: OFFER, page, fetch: server.fetch, ...time, now: time.now, ...options });
  const events = [];
  for (const type of ['sent', 'missed']) reports.addEventListener(type, (event) => events.push(event));
  return { time, server, page, reports, events };
}
