// What a page gives the module, by hand: time, a peer connection, event targets, a backend.
import { TurnpikeIce } from '../turnpike-ice.js';

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
  }

  /** As a laptop's lid: the time goes on and no timer fires. */
  sleep(seconds) {
    this.milliseconds += seconds * 1000;
  }
}

/** All promises that are to be kept by now have been. */
export const settled = () => new Promise((resolve) => setImmediate(resolve));

/** Knows how many listeners it has, also those that go by a signal. */
export class Listened extends EventTarget {
  listeners = 0;

  addEventListener(type, act, options) {
    this.listeners++;
    options?.signal?.addEventListener('abort', () => this.listeners--);
    super.addEventListener(type, act, options);
  }

  tell(type, fields) {
    this.dispatchEvent(Object.assign(new Event(type), fields));
  }
}

export class FakePeerConnection extends Listened {
  signalingState = 'stable';
  iceConnectionState = 'new';
  iceGatheringState = 'new';
  localDescription = null;
  restarts = 0;
  configurations = [];
  #configuration;

  constructor(configuration = {}) {
    super();
    this.#configuration = configuration;
  }

  getConfiguration() {
    return this.#configuration;
  }

  setConfiguration(configuration) {
    if (this.refusesConfigurations) throw new Error('no');
    this.configurations.push(configuration);
    this.#configuration = configuration;
  }

  get username() {
    return this.#configuration.iceServers?.find((server) => server.username)?.username;
  }

  restartIce() {
    this.restarts++;
  }

  /** Offer and answer are exchanged, begun by either side. */
  negotiate(ufrag) {
    this.localDescription = { sdp: `v=0\r\na=ice-ufrag:${ufrag}\r\na=ice-pwd:x\r\n` };
    this.signal('stable');
  }

  signal(state) {
    this.signalingState = state;
    this.tell('signalingstatechange');
  }

  ice(state) {
    this.iceConnectionState = state;
    this.tell('iceconnectionstatechange');
  }

  refuse(url = 'turn:relay.example:3478?transport=udp', errorCode = 401) {
    this.tell('icecandidateerror', { errorCode, errorText: 'Unauthorized', url });
  }

  gather(type) {
    this.tell('icecandidate', { candidate: { candidate: `candidate:1 1 udp 9 192.0.2.1 4000 typ ${type} raddr 0.0.0.0` } });
  }

  gathered() {
    this.iceGatheringState = 'complete';
    this.tell('icegatheringstatechange');
  }

  /** Tells nobody, as the standard has it. */
  close() {
    this.signalingState = 'closed';
    this.iceConnectionState = 'closed';
  }
}

let credentials = 0;

/** The reply of the credential service, whose clock is years off. */
export function relay(fields = {}) {
  const { ttl = 100, lead = 20, username = `user-${++credentials}`, ...rest } = fields;
  const start = Date.parse('2031-05-05T12:00:00Z');
  return {
    iceServers: [
      { urls: ['stun:relay.example:3478'] },
      { urls: ['turn:relay.example:3478?transport=udp'], username, credential: 'secret' },
    ],
    ttl,
    expiresAt: new Date(start + ttl * 1000).toISOString(),
    refreshAfter: new Date(start + (ttl - lead) * 1000).toISOString(),
    grantId: `grant-of-${username}`,
    source: 'minted',
    ...rest,
  };
}

export const stunAlone = (fields) =>
  relay({ ttl: 60, lead: 30, source: 'fallback', grantId: undefined, iceServers: [{ urls: ['stun:other.example:3478'] }], ...fields });

/**
 * A page with the module in it. `replies` are what the backend gives, one by one: a reply, an Error,
 * or a promise; the last one goes on, relay() anew when there is none.
 */
export function page({ replies = [], random = 1, ...options } = {}) {
  const time = new Time();
  const window = new Listened();
  const document = new Listened();
  const connection = new Listened();
  const asked = [];
  const events = [];
  const fetchIceServers = (ask) => {
    asked.push({ ...ask, at: time.milliseconds / 1000 });
    const reply = replies.length > 1 ? replies.shift() : replies[0] ?? relay();
    if (reply instanceof Error) throw reply;
    return typeof reply === 'function' ? reply(ask) : reply;
  };
  const { now, setTimeout, clearTimeout } = time;
  const ice = new TurnpikeIce({
    fetchIceServers, now, setTimeout, clearTimeout, random: () => random, page: { window, document, connection }, ...options,
  });
  const types = ['renewing', 'obtained', 'renewed', 'unchanged', 'retry', 'refused', 'fallback', 'recovered', 'restart', 'spared', 'norelay', 'problem'];
  for (const type of types) ice.addEventListener(type, (e) => events.push({ type, ...e.detail }));

  return {
    ice, time, window, document, connection, asked, events, replies,
    /** A call under way by the module's servers. */
    async call(ufrag = 'u1') {
      const pc = new FakePeerConnection(await ice.configuration());
      ice.attach(pc);
      pc.negotiate(ufrag);
      pc.ice('connected');
      return pc;
    },
    told: (type) => events.filter((event) => event.type === type),
    get order() {
      return events.map((event) => event.type);
    },
  };
}
