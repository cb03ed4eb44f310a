/** Where the credential stands; the head of turnpike-ice.js has the whole table. */
export type IceState = 'idle' | 'relay' | 'fallback' | 'closed';

/** Why ICE servers are asked for. */
export type AskReason =
  /** There are none yet. */
  | 'first'
  /** The credential is about to end. */
  | 'due'
  /** A relay refused it (401): it has expired, or was revoked. Give another one, not the same again. */
  | 'refused'
  /** There was no relay, and it is time to look again. */
  | 'fallback';

/** What Turnpike's `POST /api/v1/ice-servers` replies. */
export interface IceServersReply {
  /** Of these, URLs on port 53 and others that a browser cannot use are left out. */
  iceServers: RTCIceServer[] | RTCIceServer;
  /** Seconds of life left. They count from the reply's arrival, by the browser's clock. */
  ttl: number;
  /** ISO 8601. Only its distance to `refreshAfter` counts, so that the clocks may differ. */
  expiresAt?: string;
  /** ISO 8601. When it is missing, a fifth of the life is left at renewal. */
  refreshAfter?: string;
  grantId?: string;
  /** Passed on in events. `fallback` is STUN alone. */
  source?: 'minted' | 'reused' | 'reserve' | 'fallback' | string;
}

export interface Ask {
  /** Aborted by `close()` and when `fetchTimeout` is over. */
  signal: AbortSignal;
  reason: AskReason;
  /** The grant of the last credential, if there was one. */
  grantId?: string;
}

export interface TurnpikeIceOptions {
  /**
   * Asks the app's own backend. Whatever it throws counts as "none to be had" and is passed on in
   * events; a number of seconds as `retryAfter` in the error (of a 429 or 503) is waited for.
   */
  fetchIceServers(ask: Ask): Promise<IceServersReply> | IceServersReply;
  /** Servers while no relay can be had. By default `stun:stun.cloudflare.com:3478`. */
  stunFallback?: RTCIceServer[];
  /** Seconds before its end that a credential is renewed at the latest, if that is not over half of its life: 30. */
  minimumLead?: number;
  /** Seconds that ICE may be `disconnected` before it is restarted: 4. */
  disconnectedAfter?: number;
  /** Seconds, of which a random part goes before each restart, so that both sides seldom begin at once: 0.5. */
  restartSpread?: number;
  /** Seconds after which `fetchIceServers` is given up: 10. */
  fetchTimeout?: number;
  /** Pauses in seconds: random between 0 and `base`, doubled after each failure up to `cap`. By default 1 and 30. */
  retry?: { base?: number; cap?: number };

  /** For tests: milliseconds that never run backwards. */
  now?(): number;
  setTimeout?(act: () => void, milliseconds: number): unknown;
  clearTimeout?(id: any): void;
  /** For tests: 0 up to 1. */
  random?(): number;
  /** For tests: what is listened to. */
  page?: { window?: EventTarget; document?: EventTarget; connection?: EventTarget & { type?: string } };
}

export interface ObtainedDetail {
  reason: AskReason;
  source?: string;
  grantId?: string;
  /** Seconds it lives. */
  ttl: number;
  /** Seconds until it is renewed, while a connection is attached. */
  renewsIn: number;
}

export interface MissedDetail {
  /**
   * `unavailable`: `fetchIceServers` failed, or its reply was bad; `no-relay`: the reply was STUN
   * alone; `refused`: relays refuse what was given; `expired`: its life was over before another came.
   */
  reason: 'unavailable' | 'no-relay' | 'refused' | 'expired';
  /** What `fetchIceServers` threw, or a TypeError that says what is wrong with its reply. */
  error?: unknown;
  /** Seconds. */
  retryIn: number;
}

export interface ConnectionDetail {
  pc: RTCPeerConnection;
}

export interface RestartDetail extends ConnectionDetail {
  reason: 'renewed' | 'network' | 'failed' | 'disconnected';
}

/** The events and their `detail`. None holds a username or a password. */
export interface IceEvents {
  /** `fetchIceServers` is being called. */
  renewing: { reason: AskReason };
  /** The first credential is there. */
  obtained: ObtainedDetail;
  /** Another credential is there, and each connection has it; a `restart` of each follows. */
  renewed: ObtainedDetail;
  /** Asked again, the backend gave the same credential. */
  unchanged: ObtainedDetail;
  /** None could be had; the present one still lives, or STUN goes on alone. */
  retry: MissedDetail;
  /** A relay refused the credential: once for each credential. */
  refused: ConnectionDetail & { url: string; errorText?: string };
  /** From now on there is STUN alone. Say so to the user: calls may not connect. */
  fallback: MissedDetail;
  /** There is a relay again; a `restart` of each connection follows. */
  recovered: ObtainedDetail;
  /** `restartIce()` was called; the app's `negotiationneeded` does the rest. */
  restart: RestartDetail;
  /** A restart was wanted and became needless: the other side restarted, or the connection got well. */
  spared: RestartDetail;
  /** Gathering ended without a relay candidate, though the servers had TURN: a firewall, most likely. */
  norelay: ConnectionDetail;
  /** A connection did not take its servers (`setConfiguration` threw). */
  problem: ConnectionDetail & { error: unknown };
}

/** Keeps the relays of any number of RTCPeerConnections alive. */
export class TurnpikeIce extends EventTarget {
  /** @throws TypeError without `fetchIceServers` */
  constructor(options: TurnpikeIceOptions);

  readonly state: IceState;

  /**
   * A configuration for `new RTCPeerConnection()`: `rest`, with ICE servers. Asks for them when there
   * are none that last. When none can be had it has STUN alone, and a `fallback` event told why; it
   * only rejects after `close()`.
   */
  configuration(rest?: RTCConfiguration): Promise<RTCConfiguration>;

  /**
   * Keeps a connection's ICE servers fresh and restarts its ICE when needed. The app must answer
   * `negotiationneeded`; use perfect negotiation. Only while something is attached are credentials
   * renewed. A closed connection is forgotten by itself.
   *
   * @throws TypeError after `close()`
   */
  attach(pc: RTCPeerConnection): void;

  /** Lets go of a connection. */
  detach(pc: RTCPeerConnection): void;

  /** The end, at any time and as often as one likes: no timer, no listener, no event is left. */
  close(): void;

  addEventListener<T extends keyof IceEvents>(
    type: T,
    listener: (event: Event & { readonly type: T; readonly detail: IceEvents[T] }) => void,
    options?: boolean | AddEventListenerOptions,
  ): void;
  addEventListener(
    type: string,
    listener: EventListenerOrEventListenerObject | null,
    options?: boolean | AddEventListenerOptions,
  ): void;
}
