/**
 * turnpike-ice keeps the relays of WebRTC calls alive: it fetches ICE servers by a function of the
 * app's, renews them before their credential ends, and restarts ICE where only that helps.
 *
 * THE CREDENTIAL has a state:      idle  nothing asked for yet     relay  there is one that lives
 *                                  fallback  none, STUN alone      closed
 * It is *wanted* when idle; in relay when due or refused; in fallback when it is time to try again.
 * While a connection is attached, or when configuration() asks, a wanted one is fetched, one fetch
 * at a time ('renewing').
 *   idle      a relay comes                                    -> relay     'obtained'
 *   fallback  a relay comes                                    -> relay     'recovered'    (1)
 *   relay     another credential comes                         -> relay     'renewed'      (1)
 *   relay     the same comes again                             -> relay     'unchanged'
 *   relay     the fetch fails or brings none, ours lives       -> relay     'retry'
 *   relay     a relay refuses the credential (401)             -> relay     'refused', fetches at once
 *   relay     it is refused or over and no other can be had    -> fallback  'fallback'
 *   idle      the fetch fails, or brings no relay              -> fallback  'fallback'
 *   fallback  the fetch fails, or brings no relay              -> fallback  'retry'
 * (1) Each connection gets the new servers and an ICE restart: an allocation keeps the username it
 * was made with, so that new servers alone would change nothing.
 *
 * A CONNECTION is *ill* once ICE failed, or was disconnected for `disconnectedAfter`. Then and after
 * a change of network ICE restarts; while ill again and again, ever more slowly. A restart waits a
 * random part of `restartSpread`, and until signalling is stable. By then it may be needless, since
 * the other side restarted or the connection got well: 'spared', else 'restart'.
 */

const DEFAULTS = {
  stunFallback: [{ urls: ['stun:stun.cloudflare.com:3478'] }],
  minimumLead: 30,
  disconnectedAfter: 4,
  restartSpread: 0.5,
  fetchTimeout: 10,
  retry: {},
  random: Math.random,
  // Called as functions of their own: a browser refuses its timers as methods of our object.
  setTimeout: (act, milliseconds) => setTimeout(act, milliseconds),
  clearTimeout: (id) => clearTimeout(id),
};

export class TurnpikeIce extends EventTarget {
  #options;
  #state = 'idle';
  #servers;
  #held; // the last credential: { secret, grantId, dueAt, endsAt, refused }
  #failures = 0;
  #refusals = 0;
  #notBefore = 0; // when to ask again at the earliest
  #mayHurry = false; // a new network is a reason to ask before that
  #flight;
  #abort;
  #timer;
  #networkType;
  #connections = new Map();
  #listening = new AbortController();

  constructor(options) {
    super();
    if (typeof options?.fetchIceServers !== 'function') throw fault('fetchIceServers must be a function');
    const { navigator, document } = globalThis;
    const page = { window: globalThis, document, connection: navigator?.connection, ...options.page };
    this.#options = { ...DEFAULTS, now: clock(), ...options };
    this.#options.retry = { base: 1, cap: 30, ...this.#options.retry };

    const on = (target, type, act) =>
      target?.addEventListener?.(type, act, { signal: this.#listening.signal });
    on(page.window, 'online', () => this.#networkChanged());
    on(page.window, 'pageshow', () => this.#look());
    on(page.document, 'visibilitychange', () => this.#look());
    // It also tells each new estimate of speed, where a restart would only harm.
    this.#networkType = page.connection?.type;
    on(page.connection, 'change', () => {
      if (this.#networkType === page.connection.type) return;
      this.#networkType = page.connection.type;
      this.#networkChanged();
    });
  }

  get state() {
    return this.#state;
  }

  async configuration(rest) {
    this.#mustBeOpen();
    if (this.#wanted()) await this.#renew();
    this.#mustBeOpen();
    return { ...rest, iceServers: this.#servers };
  }

  attach(pc) {
    this.#mustBeOpen();
    if (this.#connections.has(pc)) return;
    const connection = new Connection(pc, this.#servers, {
      options: this.#options,
      later: (seconds, act) => this.#later(seconds, act),
      tell: (type, detail) => this.#tell(type, detail),
      detach: () => this.detach(pc),
      renewIfWanted: () => this.#wanted() && this.#renew(),
      refused: (detail) => this.#refused(detail),
    });
    this.#connections.set(pc, connection);
    // Renewed between configuration() and now.
    if (this.#servers && connection.configure(this.#servers)) connection.wantRestart('renewed');
    this.#look();
  }

  detach(pc) {
    this.#connections.get(pc)?.release();
    this.#connections.delete(pc);
    if (!this.#connections.size) this.#disarm();
  }

  close() {
    this.#state = 'closed';
    this.#listening.abort();
    this.#abort?.abort(fault('closed'));
    for (const pc of this.#connections.keys()) this.detach(pc);
    this.#disarm();
  }

  #wanted() {
    const now = this.#options.now();
    if (now < this.#notBefore) return false;
    return this.#state !== 'relay' || this.#held.refused || now >= this.#held.dueAt;
  }

  /** Looks where things stand: when the timer is up, and when a page wakes, whose timers slept. */
  #look() {
    for (const [pc, connection] of this.#connections) {
      if (pc.signalingState === 'closed') this.detach(pc); // closing tells nobody
      else connection.look();
    }
    if (!this.#connections.size || this.#flight) return;
    if (this.#wanted()) this.#renew();
    else if (this.#state === 'relay' && this.#options.now() >= this.#held.endsAt) this.#fallBack('expired');
    else this.#arm();
  }

  #arm() {
    this.#disarm();
    if (!this.#connections.size || this.#flight) return;
    const { dueAt, endsAt } = this.#state === 'relay' ? this.#held : { dueAt: 0, endsAt: Infinity };
    const at = Math.min(Math.max(dueAt, this.#notBefore), endsAt);
    this.#timer = this.#later((at - this.#options.now()) / 1000, () => this.#look());
  }

  #disarm() {
    this.#timer?.();
  }

  /** Never fails: what went wrong is an event, and STUN is there. */
  #renew() {
    const refused = this.#held?.refused && 'refused'; // said until another comes, else the same comes again
    const reasons = { idle: 'first', relay: refused || 'due', fallback: refused || 'fallback' };
    return (this.#flight ??= this.#fetch(reasons[this.#state]));
  }

  async #fetch(reason) {
    this.#disarm();
    const { fetchIceServers, fetchTimeout } = this.#options;
    const { signal } = (this.#abort = new AbortController());
    const patience = this.#later(fetchTimeout, () => this.#abort.abort(fault('no ICE servers in time')));
    try {
      const reply = await new Promise((resolve, reject) => {
        signal.addEventListener('abort', () => {
          patience();
          reject(signal.reason);
        });
        this.#tell('renewing', { reason });
        const { grantId } = this.#held ?? {};
        Promise.resolve(fetchIceServers({ signal, reason, grantId })).then(resolve, reject);
      });
      this.#flight = undefined;
      if (this.#state !== 'closed') this.#take(reply, reason);
    } catch (error) {
      this.#flight = undefined;
      this.#missed(error);
    } finally {
      patience();
    }
  }

  #take(reply, reason) {
    const { iceServers, secret, ttl, lead } = read(reply);
    const again = secret && secret === this.#held?.secret;
    if (again && this.#held.refused) throw fault('the refused credential came again');

    const { now, random, minimumLead } = this.#options;
    const after = (seconds) => now() + seconds * 1000;
    this.#failures = 0;
    if (!secret) {
      this.#mayHurry = false;
      this.#notBefore = after((ttl - lead) * (1 + random() / 5));
      this.#goOnWithout('no-relay', undefined, iceServers.length ? iceServers : undefined);
      return;
    }
    this.#notBefore = 0;
    if (reason === 'due') this.#refusals = 0; // the last one lived until then
    // By the server's lead but our clock; up to a tenth sooner, so that a fleet spreads.
    const latest = Math.min(ttl - lead, Math.max(ttl / 2, ttl - minimumLead));
    const soonest = Math.min(latest, Math.max(ttl / 2, latest * 0.9));
    const due = Math.max(Math.min(5, ttl), soonest + random() * (latest - soonest));
    const { grantId, source } = reply;
    this.#held = { secret, grantId, dueAt: after(due), endsAt: after(ttl), refused: false };

    let type = { idle: 'obtained', relay: 'renewed', fallback: 'recovered' }[this.#state];
    if (again && type === 'renewed') type = 'unchanged';
    else {
      this.#state = 'relay';
      this.#servers = iceServers;
      for (const connection of this.#connections.values()) {
        if (connection.configure(iceServers)) connection.wantRestart('renewed');
      }
    }
    this.#arm();
    this.#tell(type, { reason, source, grantId, ttl, renewsIn: due });
  }

  #missed(error) {
    if (this.#state === 'closed') return;
    const { now, random, retry } = this.#options;
    const asked = error?.retryAfter > 0;
    const wait = asked ? error.retryAfter + random() * retry.base : this.#backoff(++this.#failures);
    this.#mayHurry = !asked;
    this.#notBefore = now() + wait * 1000;
    this.#goOnWithout(this.#held?.refused ? 'refused' : 'unavailable', error);
  }

  /** No other credential came: by the present one while it lives. */
  #goOnWithout(reason, error, servers) {
    if (this.#state === 'relay' && !this.#held.refused && this.#options.now() < this.#held.endsAt) {
      this.#arm();
      this.#tellMissing('retry', reason, error);
    } else this.#fallBack(reason, error, servers);
  }

  #fallBack(reason, error, servers = this.#options.stunFallback) {
    const type = this.#state === 'fallback' ? 'retry' : 'fallback';
    this.#state = 'fallback';
    this.#servers = servers;
    // No restart: a relay sometimes outlives its credential, and whoever fails restarts anyway.
    for (const connection of this.#connections.values()) connection.configure(servers);
    this.#arm();
    this.#tellMissing(type, reason, error);
  }

  #tellMissing(type, reason, error) {
    this.#tell(type, { reason, error, retryIn: (this.#notBefore - this.#options.now()) / 1000 });
  }

  /** Once a credential, however many candidates say it; from the second one on with a pause. */
  #refused(detail) {
    if (this.#state !== 'relay' || this.#held.refused) return;
    this.#held.refused = true;
    if (this.#refusals++) {
      const pause = this.#options.now() + this.#backoff(this.#refusals) * 1000;
      this.#mayHurry = false;
      this.#notBefore = Math.max(this.#notBefore, pause);
    }
    this.#tell('refused', detail);
    if (this.#state !== 'relay' || this.#flight) return;
    if (this.#wanted()) this.#renew();
    else this.#fallBack('refused');
  }

  #networkChanged() {
    this.#failures = 0;
    if (this.#mayHurry) this.#notBefore = 0;
    this.#look();
    for (const connection of this.#connections.values()) connection.wantRestart('network');
  }

  /** Exponential, with full jitter. */
  #backoff(times) {
    const { random, retry } = this.#options;
    return random() * Math.min(retry.cap, retry.base * 2 ** (times - 1));
  }

  #later(seconds, act) {
    const { setTimeout, clearTimeout } = this.#options;
    const id = setTimeout(act, Math.min(Math.max(0, seconds * 1000), 2 ** 31 - 1));
    return () => clearTimeout(id);
  }

  #tell(type, detail) {
    if (this.#state !== 'closed') this.dispatchEvent(Object.assign(new Event(type), { detail }));
  }

  #mustBeOpen() {
    if (this.#state === 'closed') throw fault('closed');
  }
}

/** One RTCPeerConnection: its servers, its restarts, its illness. */
class Connection {
  #pc;
  #host;
  #servers;
  #staleUfrag; // what was gathered under it was not by our present servers
  #unwantedUfrag; // another one means that ICE restarted since a restart was wanted
  #relayedUfrag;
  #restartReason;
  #waiting = false;
  #restart;
  #verdict;
  #cure;
  #cures = 0;
  #listening = new AbortController();

  constructor(pc, servers, host) {
    this.#pc = pc;
    this.#host = host;
    if (usernameOf(pc.getConfiguration().iceServers) === usernameOf(servers)) this.#servers = servers;
    const on = (type, act) => pc.addEventListener(type, act, { signal: this.#listening.signal });
    on('iceconnectionstatechange', () => this.look());
    on('signalingstatechange', () => this.#waiting && this.#restartIfStable());
    on('icecandidate', ({ candidate }) => this.#gathered(candidate?.candidate ?? ''));
    on('icecandidateerror', (error) => this.#notGathered(error));
    on('icegatheringstatechange', () => this.#gatheringChanged());
  }

  /** Whether the servers are new to it. */
  configure(servers) {
    if (this.#servers === servers) return false;
    try {
      this.#pc.setConfiguration({ ...this.#pc.getConfiguration(), iceServers: servers });
    } catch (error) {
      this.#host.tell('problem', { pc: this.#pc, error });
      return false;
    }
    this.#servers = servers;
    this.#staleUfrag = this.#ufrag;
    return true;
  }

  wantRestart(reason) {
    const ufrag = this.#ufrag;
    if (!ufrag) return; // nothing was gathered yet
    this.#unwantedUfrag = ufrag;
    const pending = this.#restartReason;
    if (!pending || !isIll(reason)) this.#restartReason = reason;
    if (pending) return;
    const { random, restartSpread } = this.#host.options;
    this.#restart = this.#host.later(random() * restartSpread, () => this.#restartIfStable());
  }

  #restartIfStable() {
    this.#waiting = this.#pc.signalingState !== 'stable';
    if (this.#waiting) return;
    const reason = this.#restartReason;
    this.#restartReason = undefined;
    const needless = this.#ufrag !== this.#unwantedUfrag || (isIll(reason) && isWell(this.#state));
    if (!needless) this.#pc.restartIce();
    this.#host.tell(needless ? 'spared' : 'restart', { pc: this.#pc, reason });
  }

  look() {
    if (isWell(this.#state)) {
      this.#cures = 0;
      this.#cureIn();
    } else if (this.#state === 'failed' && !this.#cures) this.#cureIn(0);
    else if (isIll(this.#state) && !this.#cure) this.#cureIn(this.#host.options.disconnectedAfter);
  }

  #cureIn(seconds) {
    this.#cure?.();
    this.#cure = seconds === undefined ? undefined : this.#host.later(seconds, () => this.#tryToCure());
  }

  async #tryToCure() {
    if (this.#pc.signalingState === 'closed') return this.#host.detach();
    const { random, retry, disconnectedAfter } = this.#host.options;
    const longest = Math.min(retry.cap, disconnectedAfter * 2 ** ++this.#cures);
    this.#cureIn(longest * (0.5 + random() / 2));
    const reason = this.#state;
    await this.#host.renewIfWanted();
    if (this.#cure) this.wantRestart(isIll(reason) ? reason : 'failed'); // else well or released by now
  }

  #gathered(candidate) {
    if (!candidate.includes(' typ relay') || !this.#gathersAnew) return;
    this.#relayedUfrag = this.#ufrag;
  }

  #notGathered({ errorCode, errorText, url }) {
    if (errorCode !== 401 || !/^turns?:/i.test(url) || !this.#gathersAnew) return;
    if (this.#relayedUfrag && this.#relayedUfrag === this.#ufrag) return; // another leg accepts it
    this.#host.refused({ pc: this.#pc, url, errorText });
  }

  #gatheringChanged() {
    this.#verdict?.();
    if (this.#pc.iceGatheringState !== 'complete' || !usernameOf(this.#servers)) return;
    const ufrag = this.#ufrag;
    // A gathering that is rolled back in a glare ends as well, and says nothing.
    this.#verdict = this.#host.later(1, () => {
      if (ufrag !== this.#ufrag || ufrag === this.#relayedUfrag || !this.#gathersAnew) return;
      this.#host.tell('norelay', { pc: this.#pc });
    });
  }

  release() {
    this.#listening.abort();
    this.#restart?.();
    this.#verdict?.();
    this.#cureIn();
  }

  /** Late news of what was gathered by earlier servers says nothing about the present ones. */
  get #gathersAnew() {
    return !this.#staleUfrag || this.#staleUfrag !== this.#ufrag;
  }

  /** Changes with each ICE restart, whichever side began it. */
  get #ufrag() {
    return /a=ice-ufrag:(\S+)/.exec(this.#pc.localDescription?.sdp)?.[1];
  }

  get #state() {
    return this.#pc.iceConnectionState;
  }
}

const isWell = (state) => state === 'connected' || state === 'completed';

const isIll = (state) => state === 'failed' || state === 'disconnected';

const usernameOf = (servers) => servers?.find((server) => server.username)?.username;

const fault = (message) => new TypeError(`turnpike-ice: ${message}`);

/** The reply of POST /api/v1/ice-servers, with the URLs a browser can use; seconds. */
function read(reply) {
  if (!reply?.iceServers) throw fault('the reply has no iceServers');
  const ttl = reply.ttl;
  if (!(ttl > 0 && ttl < Infinity)) throw fault('the ttl of the reply must be a number of seconds');
  const iceServers = [reply.iceServers]
    .flat()
    .map((server) => ({ ...server, urls: [server?.urls].flat().filter((url) => isUsable(url, server)) }))
    .filter((server) => server.urls.length);
  const relay = iceServers.find((server) => isRelay(server.urls));
  const secret = relay && JSON.stringify([relay.username, relay.credential]);
  // Two instants of the server's: their difference owes nothing to our clock.
  const lead = (Date.parse(reply.expiresAt) - Date.parse(reply.refreshAfter)) / 1000;
  return { iceServers, secret, ttl, lead: lead >= 0 && lead < ttl ? lead : ttl / 5 };
}

const isRelay = (urls) => urls.some((url) => /^turn/i.test(url));

/** Port 53 is blocked by browsers, which stall on it; the other rules are those of RTCIceServer. */
function isUsable(url, server) {
  const parts = /^(?:(stuns?):[^?]+|(turn):[^?]+(\?transport=(udp|tcp))?|turns:[^?]+(\?transport=tcp)?)$/i.exec(url);
  if (!parts || /:53(\?|$)/.test(url)) return false;
  return Boolean(parts[1] || (server.username && server.credential));
}

/** Milliseconds by whichever clock went further: one may be set back, the other may rest in sleep. */
function clock() {
  const both = () => [Date.now(), performance.now()];
  let last = both();
  let time = 0;
  return () => {
    const next = both();
    time += Math.max(0, next[0] - last[0], next[1] - last[1]);
    last = next;
    return time;
  };
}
