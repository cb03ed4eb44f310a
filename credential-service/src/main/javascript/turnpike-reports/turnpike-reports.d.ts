/** Why somebody did not get into a call. */
export type JoinFailure =
  /** No relay gave an address, though the servers had TURN. */
  | 'no-relay-candidate'
  /** A relay refused the credential (401 in `icecandidateerror`). */
  | 'credential-refused'
  /** ICE failed: no pair of candidates came through. */
  | 'ice-failed'
  /** It took longer than the app waits. */
  | 'timeout'
  | 'other';

export const JOIN_FAILURES: readonly JoinFailure[];

/** `relayReports` of what `POST /api/v1/ice-servers` replies; there only where the tenant takes reports. */
export interface RelayReportsOffer {
  url: string;
  token: string;
  expiresAt?: string;
}

export interface TurnpikeReportsOptions {
  /** Without it nothing is measured for, and nothing sent. */
  relayReports?: RelayReportsOffer | null;
  /** Of the user, ISO 3166-1, such as `DE`, where the app knows it. A trusted proxy of Turnpike's knows better. */
  country?: string;
  /** Seconds between two reports of a call: 60. */
  interval?: number;

  /** For tests. */
  fetch?: typeof fetch;
  now?(): number;
  setTimeout?(act: () => void, milliseconds: number): unknown;
  clearTimeout?(id: any): void;
  page?: EventTarget;
}

/** What is sent: all that is known of a call. Loss and jitter are those of what this browser receives. */
export interface RelayReport {
  /** Random, one for each connection. */
  callId: string;
  sequence: number;
  /** How this browser's media goes; none while the join has failed. */
  route?: 'relayed' | 'direct';
  /** To the relay, or to the peer; none where the browser does not tell. */
  transport?: 'udp' | 'tcp' | 'tls';
  failure?: JoinFailure;
  country?: string;
  /** For how long it was connected. */
  seconds: number;
  /** Mean. */
  roundTripMs?: number;
  /** Mean. */
  jitterMs?: number;
  packetsReceived: number;
  packetsLost: number;
  bytesReceived: number;
  bytesSent: number;
  /** Addresses that the relay was newly told of: the mean of the busiest look, of one second at first and ten later. */
  peakNewPeersPerSecond: number;
  /** Of the busier way, in the busiest ten seconds. */
  peakPacketsPerSecond: number;
  /** Likewise. */
  peakBitsPerSecond: number;
}

export interface ReportEvents {
  sent: { report: RelayReport };
  /** Refused (`status`), or lost, or statistics could not be read (`error`). The next report holds all of it. */
  missed: { report?: RelayReport; status?: number; error?: unknown };
}

/** Tells Turnpike how calls fare. No method fails because of that, nor waits for the network before the call goes on. */
export class TurnpikeReports extends EventTarget {
  constructor(options?: TurnpikeReportsOptions);

  /** Takes the `relayReports` of a later reply: its token lasts as long as its credential, and an hour. */
  renew(relayReports?: RelayReportsOffer | null): void;

  /** One call, from now on. A closed connection is let go by itself within ten seconds. */
  attach(pc: RTCPeerConnection): void;

  /** The call's end: its last report. Best before `pc.close()`. */
  detach(pc: RTCPeerConnection): Promise<void>;

  /**
   * Somebody did not get into a call. If the connection comes through later after all, that counts.
   *
   * @throws TypeError (as a rejection) for another reason
   */
  joinFailed(reason: JoinFailure, pc?: RTCPeerConnection): Promise<void>;

  /** The end of all calls; no timer and no listener is left. */
  close(): Promise<void>;

  addEventListener<T extends keyof ReportEvents>(
    type: T,
    listener: (event: Event & { readonly type: T; readonly detail: ReportEvents[T] }) => void,
    options?: boolean | AddEventListenerOptions,
  ): void;
  addEventListener(
    type: string,
    listener: EventListenerOrEventListenerObject | null,
    options?: boolean | AddEventListenerOptions,
  ): void;
}
