/**
 * The relay test: one loopback call for each way to the relay (UDP, TCP, TLS), with the relay alone
 * allowed and real media, and a verdict that says why a way does not work.
 *
 * What a browser tells, tried with Chromium: a refused credential is an error 401. A TCP or TLS port
 * that is closed, and a certificate that is not trusted, are one and the same error 701. A UDP port
 * that is blocked is silence. So a verdict compares the ways: where another one got an answer, the
 * relay is up and the silent way is blocked; where none did, nobody can tell the network from the relay.
 */

export const TRANSPORTS = ['udp', 'tcp', 'tls'];

const NAMES = { udp: 'UDP', tcp: 'TCP', tls: 'TLS' };

const POOR_LOSS = 50; // per mille
const POOR_ROUND_TRIP = 400; // milliseconds

const transportOf = (url) => {
  if (/^turns:/i.test(url)) return 'tls';
  if (/^turn:/i.test(url)) return /\?transport=tcp$/i.test(url) ? 'tcp' : 'udp';
  return undefined;
};

/** The servers with the URLs of one transport alone. */
export function only(iceServers, transport) {
  return iceServers
    .map((server) => ({ ...server, urls: [server.urls].flat().filter((url) => transportOf(url) === transport) }))
    .filter((server) => server.urls.length);
}

/**
 * Calls from one connection of this page to another, through the relay by one transport.
 *
 * @returns what happened: { transport, tested, relay, errors, connected, and the figures }
 */
export async function testLeg({ transport, iceServers, stream, patience = 12, seconds = 4, RTCPeerConnection, wait, now }) {
  const facts = { transport, tested: false, relay: false, connected: false, errors: [] };
  const servers = only(iceServers, transport);
  if (!servers.length) return facts;
  facts.tested = true;
  const configuration = { iceServers: servers, iceTransportPolicy: 'relay' };
  let caller;
  let callee;
  try {
    caller = new RTCPeerConnection(configuration);
    callee = new RTCPeerConnection(configuration);
    const settled = watch(facts, caller, callee);
    for (const track of stream.getTracks()) caller.addTrack(track, stream);
    await caller.setLocalDescription();
    await callee.setRemoteDescription(caller.localDescription);
    await callee.setLocalDescription();
    await caller.setRemoteDescription(callee.localDescription);
    await Promise.race([settled, wait(patience)]);
    if (facts.connected) await measure(facts, caller, callee, () => wait(seconds), now);
  } finally {
    caller?.close();
    callee?.close();
  }
  return facts;
}

/** Resolves once the call is connected, or no relay can be had. */
function watch(facts, caller, callee) {
  return new Promise((resolve) => {
    const pass = (from, to) => {
      const early = []; // a candidate may come before the other side knows the offer
      from.addEventListener('icecandidate', ({ candidate }) => {
        if (!candidate?.candidate) return;
        if (candidate.candidate.includes(' typ relay')) facts.relay = true;
        if (to.remoteDescription) to.addIceCandidate(candidate).catch(() => {});
        else early.push(candidate);
      });
      to.addEventListener('signalingstatechange', () => {
        for (const candidate of early.splice(0)) to.addIceCandidate(candidate).catch(() => {});
      });
    };
    pass(caller, callee);
    pass(callee, caller);
    for (const pc of [caller, callee]) {
      pc.addEventListener('icecandidateerror', ({ errorCode, errorText, url }) => {
        const known = facts.errors.some((error) => error.code === errorCode && error.url === url);
        if (!known && transportOf(url)) facts.errors.push({ code: errorCode, text: errorText, url });
      });
      pc.addEventListener('connectionstatechange', () => {
        facts.connected ||= caller.connectionState === 'connected' && callee.connectionState === 'connected';
        if (facts.connected || pc.connectionState === 'failed') resolve();
      });
      pc.addEventListener('icegatheringstatechange', () => {
        if (pc.iceGatheringState === 'complete' && !facts.relay) resolve();
      });
    }
  });
}

async function measure(facts, caller, callee, aWhile, now) {
  const before = await received(callee);
  const since = now();
  await aWhile();
  const after = await received(callee);
  const seconds = (now() - since) / 1000; // a hidden page is woken late
  const packets = after.packets - before.packets;
  const lost = Math.max(0, after.lost - before.lost);
  facts.packets = packets;
  facts.lostPerMille = packets + lost ? Math.round((1000 * lost) / (packets + lost)) : 0;
  facts.kilobitsPerSecond = Math.round(((after.bytes - before.bytes) * 8) / 1000 / seconds);
  const stats = [...(await caller.getStats()).values()];
  const transport = stats.find((stat) => stat.type === 'transport' && stat.selectedCandidatePairId);
  const pair = stats.find((stat) => stat.type === 'candidate-pair' && (transport ? stat.id === transport.selectedCandidatePairId : stat.nominated));
  const rtcp = stats.find((stat) => stat.type === 'remote-inbound-rtp' && stat.roundTripTime !== undefined); // older Firefox
  const roundTrip = pair?.currentRoundTripTime ?? rtcp?.roundTripTime;
  if (roundTrip !== undefined) facts.roundTripMillis = Math.round(roundTrip * 1000);
}

async function received(pc) {
  const sum = { bytes: 0, packets: 0, lost: 0 };
  for (const stat of (await pc.getStats()).values()) {
    if (stat.type !== 'inbound-rtp') continue;
    sum.bytes += stat.bytesReceived ?? 0;
    sum.packets += stat.packetsReceived ?? 0;
    sum.lost += stat.packetsLost ?? 0;
  }
  return sum;
}

/**
 * What became of each leg: its outcome and a detail for support.
 *
 * @param facts of each leg
 * @param expired whether the credential's life was over when the test ended
 */
export function judge(facts, expired = false) {
  const answered = new Set(facts.filter(isAnswered).map(({ transport }) => transport));
  return facts.map((leg) => {
    const outcome = outcomeOf(leg, expired, answered);
    const { transport, roundTripMillis, lostPerMille, kilobitsPerSecond } = leg;
    const figures = outcome === 'works' || outcome === 'poor' ? { roundTripMillis, lostPerMille, kilobitsPerSecond } : {};
    return { transport, outcome, ...figures, detail: detailOf(leg) };
  });
}

const refusal = (leg) => leg.errors.find(({ code }) => code === 401);

const isAnswered = (leg) => leg.relay || leg.errors.some(({ code }) => code >= 300 && code < 700);

function outcomeOf(leg, expired, answered) {
  if (!leg.tested) return 'not-tested';
  if (leg.connected && leg.packets > 0) {
    return leg.lostPerMille > POOR_LOSS || leg.roundTripMillis > POOR_ROUND_TRIP ? 'poor' : 'works';
  }
  if (leg.relay) return 'no-media';
  if (refusal(leg)) return expired ? 'expired' : 'refused';
  if (isAnswered(leg)) return 'declined';
  if (!answered.size) return 'unreachable';
  return leg.transport === 'tls' && answered.has('tcp') ? 'tls' : 'blocked';
}

function detailOf(leg) {
  const errors = leg.errors.map(({ code, text, url }) => `${code} ${text ?? ''} (${url})`).join('; ');
  const state = !leg.tested ? 'no URL of it' : leg.connected ? 'connected' : leg.relay ? 'relay candidate, not connected' : 'no relay candidate';
  return (errors ? `${state}; ${errors}` : state).slice(0, 300);
}

export const OUTCOMES = {
  works: 'works',
  poor: 'works, with much loss or delay',
  blocked: 'blocked: the relay answers on another way, not on this one',
  unreachable: 'no answer: the network blocks it, or the relay is down',
  refused: 'the relay refused the credential',
  expired: 'the credential had expired',
  tls: 'no TLS connection: its ports are closed, or its certificate is not trusted here (a proxy that inspects, an unknown CA)',
  declined: 'the relay declined, see the details',
  'no-media': 'the relay answered, and no media came through it',
  'not-tested': 'not tested',
};

/** A sentence for whoever sits there. */
export function sentence(legs) {
  const by = (...outcomes) => legs.filter(({ outcome }) => outcomes.includes(outcome));
  const names = (some) => some.map(({ transport }) => NAMES[transport]).join(' and ');
  const well = by('works', 'poor');
  const tested = legs.filter(({ outcome }) => outcome !== 'not-tested');
  if (!tested.length) return 'Nothing could be tested: no relay is to be had at the moment. Please try again in a minute.';
  const denied = by('refused', 'expired');
  if (denied.length && !well.length) {
    const others = tested.filter((leg) => !denied.includes(leg));
    const besides = others.length ? `${names(others)} did not get through at all.` : 'Your network is not the reason.';
    return `The relay did not accept the credential of this test; please tell whoever sent you the link. ${besides}`;
  }
  if (!well.length && by('unreachable').length === tested.length) return 'Calls through the relay do not work from here: nothing answers. Most likely your network blocks it; your administrator needs the letter below.';
  if (!well.length) return 'Calls through the relay do not work from here. Please pass the details below on to support.';
  const bad = tested.filter((leg) => !well.includes(leg));
  const poor = by('poor').length === well.length ? ' The connection loses or delays much, so picture and sound will suffer.' : '';
  if (!bad.length) return `Calls work from here, on every way that was tested.${poor}`;
  if (bad.some(({ transport }) => transport === 'udp')) return `Calls work from here, but not by UDP, the best way: picture and sound may be worse than they need to be.${poor}`;
  return `Calls work from here. ${names(bad)}, the spare way${bad.length > 1 ? 's' : ''}, did not.${poor}`;
}

/** What was measured of a leg, each with its unit; nothing of what the browser does not tell. */
export function figures({ roundTripMillis, lostPerMille, kilobitsPerSecond }) {
  return [
    roundTripMillis !== undefined && `${roundTripMillis} ms there and back`,
    lostPerMille !== undefined && `${lostPerMille / 10} % lost`,
    kilobitsPerSecond !== undefined && `${kilobitsPerSecond} kbit/s`,
  ].filter(Boolean);
}

/** All that support wants to know, as text. */
export function details(legs, { browser, at }) {
  const rows = legs.map((leg) => {
    const { transport, outcome, detail } = leg;
    const measured = figures(leg);
    return `${NAMES[transport]}: ${[OUTCOMES[outcome], ...measured].join(', ')}\n    ${detail}`;
  });
  return [`Relay test, ${at}, ${browser}`, ...rows].join('\n');
}

/** Name and version of the browser and the system, and no more. */
export function browserName(userAgent) {
  const [, name, version] = /(Firefox|Edg|OPR|Chrome|Version)\/(\d+)/.exec(userAgent.replace(/Chrome(?=.*(Edg|OPR)\/)/, '')) ?? [];
  const system = /Android|iPhone|iPad|Windows|Mac OS X|CrOS|Linux/.exec(userAgent)?.[0];
  const names = { Edg: 'Edge', OPR: 'Opera', Version: 'Safari' };
  return [name ? `${names[name] ?? name} ${version}` : 'unknown browser', system ?? 'unknown system'].join(', ');
}
