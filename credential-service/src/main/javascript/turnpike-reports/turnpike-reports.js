/*
 * Tells Turnpike how calls fare: relayed or direct, loss, round trip, and how near they come to Cloudflare's limits for one allocation.
 * It reads getStats() alone, and sends no address, no user agent and no name: a call has a random id.
 *
 * Each report holds all that is known of its call, so that one that is lost, late or sent twice does no harm.
 */
const DEFAULTS = {
  interval: 60,
  fetch: (...call) => globalThis.fetch(...call),
  now: () => performance.now(),
  setTimeout: (act, milliseconds) => setTimeout(act, milliseconds),
  clearTimeout: (id) => clearTimeout(id),
};

/** Seconds between two looks at the statistics: while ICE finds peers one by one, and afterwards. */
const EARLY = 1;
const USUAL = 10;
const EARLY_LOOKS = 10;

export const JOIN_FAILURES = ['no-relay-candidate', 'credential-refused', 'ice-failed', 'timeout', 'other'];

export class TurnpikeReports extends EventTarget {
  #options;
  #offer;
  #notBefore = 0;
  #calls = new Map();
  #closed = false;
  #listening = new AbortController();

  constructor({ relayReports, ...options } = {}) {
    super();
    this.#options = { page: globalThis, ...DEFAULTS, ...options };
    this.renew(relayReports);
    const { signal } = this.#listening;
    // The page may be gone before statistics are there: what was seen last has to do.
    this.#options.page?.addEventListener?.('pagehide', () => this.#calls.forEach((call) => this.#send(call)), { signal });
  }

  /** Takes the `relayReports` of a renewed reply; nothing of it stops reports until there is one. */
  renew(relayReports) {
    this.#offer = relayReports?.url && relayReports?.token ? relayReports : undefined;
  }

  attach(pc) {
    if (this.#closed || this.#calls.has(pc)) return;
    const call = new Call(this.#options.country);
    this.#calls.set(pc, call);
    this.#lookLater(pc, call);
  }

  /** The end of a call: looks once more, and tells. Best called before `pc.close()`. */
  async detach(pc) {
    const call = this.#calls.get(pc);
    if (!call) return;
    this.#calls.delete(pc);
    this.#options.clearTimeout(call.timer);
    await this.#look(pc, call);
    await this.#send(call);
  }

  /** Somebody did not get into a call: of an attached connection, or of none. */
  async joinFailed(reason, pc) {
    if (!JOIN_FAILURES.includes(reason)) throw new TypeError(`turnpike-reports: a reason is one of ${JOIN_FAILURES.join(', ')}`);
    if (this.#closed) return;
    const call = this.#calls.get(pc) ?? new Call(this.#options.country);
    call.failure = reason;
    await this.#send(call);
  }

  async close() {
    this.#closed = true;
    this.#listening.abort();
    await Promise.all([...this.#calls.keys()].map((pc) => this.detach(pc)));
  }

  #lookLater(pc, call) {
    const wait = call.looks < EARLY_LOOKS ? EARLY : USUAL;
    call.timer = this.#options.setTimeout(async () => {
      if (pc.signalingState === 'closed') return this.detach(pc); // closing tells nobody
      await this.#look(pc, call);
      if (this.#calls.get(pc) !== call) return; // detached meanwhile
      this.#lookLater(pc, call);
      if (call.isDue(this.#options.now(), this.#options.interval)) this.#send(call);
    }, wait * 1000);
  }

  async #look(pc, call) {
    try {
      call.look(await pc.getStats(), this.#options.now());
    } catch (error) {
      this.#tell('missed', { error }); // of a closed connection: what was seen last stands
    }
  }

  /** Never fails: a report is not worth disturbing a call. */
  async #send(call) {
    const { fetch, now } = this.#options;
    if (!this.#offer || !call.hasNews || now() < this.#notBefore) return;
    const { url, token } = this.#offer;
    const report = call.report(now());
    try {
      const response = await fetch(url, {
        method: 'POST',
        keepalive: true, // outlives the page
        credentials: 'omit',
        referrerPolicy: 'no-referrer',
        headers: { Authorization: `Bearer ${token}`, 'Content-Type': 'application/json' },
        body: JSON.stringify(report),
      });
      if (response.ok) return this.#tell('sent', { report });
      this.#refused(response, token);
      this.#tell('missed', { report, status: response.status });
    } catch (error) {
      this.#tell('missed', { report, error });
    }
  }

  #refused({ status, headers }, token) {
    if ((status === 401 || status === 403) && this.#offer?.token === token) this.#offer = undefined;
    const wait = Number(headers.get('Retry-After'));
    if (wait > 0) this.#notBefore = this.#options.now() + wait * 1000;
  }

  #tell(type, detail) {
    this.dispatchEvent(Object.assign(new Event(type), { detail }));
  }
}

/** What is known of one RTCPeerConnection. */
class Call {
  looks = 0;
  failure;
  #id = randomId();
  #country;
  #sequence = 0;
  #toldAt;
  #lookedAt;
  #connectedFor = 0;
  #path;
  #roundTrip = new Mean();
  #jitter = new Mean();
  #streams = new Map();
  #pairs = new Map();
  #peers = new Set();
  #peak = { peers: 0, packets: 0, bits: 0 };

  constructor(country) {
    this.#country = country;
  }

  get hasNews() {
    return Boolean(this.#path || this.failure);
  }

  /** The first once early looks are over, so that most failures of the first seconds are in it. */
  isDue(now, interval) {
    return this.looks >= EARLY_LOOKS && !(now - this.#toldAt < interval * 1000);
  }

  look(stats, now) {
    const all = [...stats.values()];
    const since = (now - (this.#lookedAt ?? now)) / 1000;
    const seconds = Math.max(EARLY, since);
    this.looks++;
    this.#lookPeers(all, stats, seconds);
    const pair = selectedPair(all, stats);
    const wasConnected = Boolean(this.#path);
    if (pair) {
      const local = stats.get(pair.localCandidateId);
      const relayed = local?.candidateType === 'relay';
      this.#path = { route: relayed ? 'relayed' : 'direct', transport: (relayed ? local.relayProtocol : local?.protocol) || undefined };
      this.failure = undefined;
      if (wasConnected) this.#connectedFor += since;
      this.#roundTrip.add(pair.currentRoundTripTime);
    }
    this.#lookMedia(all);
    this.#lookVolume(all, seconds);
    this.#lookedAt = now;
  }

  /** Whom the relay was told to let through. */
  #lookPeers(all, stats, seconds) {
    const before = this.#peers.size;
    for (const pair of all) {
      if (pair.type !== 'candidate-pair' || stats.get(pair.localCandidateId)?.candidateType !== 'relay') continue;
      this.#peers.add(stats.get(pair.remoteCandidateId)?.address || pair.remoteCandidateId);
    }
    this.#rise('peers', (this.#peers.size - before) / seconds);
  }

  #lookMedia(all) {
    for (const stream of all) {
      if (stream.type !== 'inbound-rtp') continue;
      this.#jitter.add(stream.jitter);
      // Duplicates make a loss that is less than none.
      this.#streams.set(stream.id, { received: stream.packetsReceived ?? 0, lost: Math.max(0, stream.packetsLost ?? 0) });
    }
  }

  /** Of all pairs, since a call may change from one to another. */
  #lookVolume(all, seconds) {
    const more = { bytesReceived: 0, bytesSent: 0, packetsReceived: 0, packetsSent: 0 };
    for (const pair of all) {
      if (pair.type !== 'candidate-pair') continue;
      const before = this.#pairs.get(pair.id);
      const volume = {};
      for (const name in more) {
        volume[name] = pair[name] ?? 0;
        more[name] += Math.max(0, volume[name] - (before?.[name] ?? 0));
      }
      this.#pairs.set(pair.id, volume);
    }
    this.#rise('bits', (Math.max(more.bytesReceived, more.bytesSent) * 8) / seconds);
    this.#rise('packets', Math.max(more.packetsReceived, more.packetsSent) / seconds);
  }

  #rise(name, value) {
    this.#peak[name] = Math.max(this.#peak[name], Math.ceil(value));
  }

  report(now) {
    this.#toldAt = now;
    const sum = (map, name) => [...map.values()].reduce((total, each) => total + each[name], 0);
    const known = this.failure ? { failure: this.failure } : this.#path;
    return {
      callId: this.#id,
      sequence: ++this.#sequence,
      ...known,
      country: this.#country,
      seconds: Math.round(this.#connectedFor),
      roundTripMs: this.#roundTrip.milliseconds,
      jitterMs: this.#jitter.milliseconds,
      packetsReceived: sum(this.#streams, 'received'),
      packetsLost: sum(this.#streams, 'lost'),
      bytesReceived: sum(this.#pairs, 'bytesReceived'),
      bytesSent: sum(this.#pairs, 'bytesSent'),
      peakNewPeersPerSecond: this.#peak.peers,
      peakPacketsPerSecond: this.#peak.packets,
      peakBitsPerSecond: this.#peak.bits,
    };
  }
}

class Mean {
  #sum = 0;
  #count = 0;

  add(seconds) {
    if (!(seconds >= 0)) return;
    this.#sum += seconds;
    this.#count++;
  }

  /** Undefined of nothing; a minute at most, as far as Turnpike counts. */
  get milliseconds() {
    return this.#count ? Math.min(60_000, Math.round((this.#sum / this.#count) * 1000)) : undefined;
  }
}

function selectedPair(all, stats) {
  const transport = all.find((each) => each.type === 'transport' && each.selectedCandidatePairId);
  const pairs = all.filter((each) => each.type === 'candidate-pair');
  const pair = (transport && stats.get(transport.selectedCandidatePairId)) ?? pairs.find((each) => each.selected || (each.nominated && each.state === 'succeeded'));
  return pair && isConnected(pair) ? pair : undefined;
}

/** A pair that carries the call is in progress again, in Chromium, from each check of it until the answer. */
function isConnected({ state, responsesReceived }) {
  return state === undefined || state === 'succeeded' || (state === 'in-progress' && responsesReceived > 0);
}

/** crypto.randomUUID is not there for pages without TLS. */
function randomId() {
  const bytes = crypto.getRandomValues(new Uint8Array(16));
  bytes[6] = (bytes[6] & 0x0f) | 0x40;
  bytes[8] = (bytes[8] & 0x3f) | 0x80;
  const hex = [...bytes].map((byte) => byte.toString(16).padStart(2, '0')).join('');
  return [hex.slice(0, 8), hex.slice(8, 12), hex.slice(12, 16), hex.slice(16, 20), hex.slice(20)].join('-');
}
