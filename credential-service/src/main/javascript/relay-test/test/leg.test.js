import assert from 'node:assert/strict';
import { test } from 'node:test';
import { testLeg } from '../turnpike-relay-test.js';

const SERVERS = [{ urls: ['turn:a', 'turns:a'], username: 'u', credential: 'c' }];

/** Two of these call each other; `play` says what happens once both descriptions are set. */
function network(play) {
  const made = [];
  class FakePeerConnection extends EventTarget {
    connectionState = 'new';
    iceGatheringState = 'new';
    tracks = [];
    candidates = [];
    bytes = 0;

    constructor(configuration) {
      super();
      this.configuration = configuration;
      made.push(this);
    }

    addTrack(track) {
      this.tracks.push(track);
    }

    async setLocalDescription() {
      this.localDescription = { side: made.indexOf(this) };
      if (made.indexOf(this) === 0) this.tell('icecandidate', { candidate: { candidate: 'early typ relay' } });
    }

    async setRemoteDescription(description) {
      this.remoteDescription = description;
      this.tell('signalingstatechange');
      if (description.side === 1) queueMicrotask(() => play(...made));
    }

    async addIceCandidate(candidate) {
      if (!this.remoteDescription) throw new Error('too early');
      this.candidates.push(candidate.candidate);
    }

    async getStats() {
      this.bytes += 100_000;
      return new Map(
        [
          { type: 'inbound-rtp', bytesReceived: this.bytes, packetsReceived: this.bytes / 1000, packetsLost: this.bytes / 10_000 },
          { type: 'transport', selectedCandidatePairId: 'p2' },
          { id: 'p1', type: 'candidate-pair', nominated: true, currentRoundTripTime: 9 },
          { id: 'p2', type: 'candidate-pair', nominated: true, currentRoundTripTime: 0.0214 },
        ].map((stat, i) => [i, stat]),
      );
    }

    tell(type, fields) {
      this.dispatchEvent(Object.assign(new Event(type), fields));
    }

    become(state) {
      this.connectionState = state;
      this.tell('connectionstatechange');
    }

    close() {
      this.closed = true;
    }
  }
  return { made, FakePeerConnection };
}

/** Each look is four seconds after the one before. */
const clock = () => {
  let time = 0;
  return () => (time += 4000);
};

const stream = { getTracks: () => ['picture', 'sound'] };

async function run(play, options = {}) {
  const waits = [];
  const { made, FakePeerConnection } = network(play);
  const wait = (seconds) => {
    waits.push(seconds);
    return options.hurry || seconds !== 12 ? Promise.resolve() : new Promise(() => {});
  };
  const facts = await testLeg({ transport: 'udp', iceServers: SERVERS, stream, wait, RTCPeerConnection: FakePeerConnection, now: clock(), ...options });
  return { facts, made, waits };
}

test('a call that connects is measured, and both ends are closed', async () => {
  const { facts, made, waits } = await run((a, b) => {
    a.become('connected');
    b.become('connected');
  });
  assert.deepEqual(facts, {
    transport: 'udp', tested: true, relay: true, connected: true, errors: [],
    packets: 100, lostPerMille: 91, kilobitsPerSecond: 200, roundTripMillis: 21,
  });
  assert.deepEqual(waits, [12, 4]);
  assert.deepEqual(made.map((pc) => pc.closed), [true, true]);
  assert.deepEqual(made[0].tracks, ['picture', 'sound']);
  for (const { configuration } of made) {
    assert.deepEqual(configuration, { iceServers: [{ ...SERVERS[0], urls: ['turn:a'] }], iceTransportPolicy: 'relay' });
  }
});

test('a candidate that comes before the offer is kept for it', async () => {
  const { made } = await run((a, b) => {
    a.tell('icecandidate', { candidate: { candidate: 'late' } });
    a.tell('icecandidate', { candidate: null });
    a.become('connected');
    b.become('connected');
  });
  assert.deepEqual(made[1].candidates, ['early typ relay', 'late']);
});

test('errors of TURN are told once, those of STUN not at all', async () => {
  const { facts } = await run((a, b) => {
    for (const url of ['turn:a', 'turn:a', 'stun:a']) a.tell('icecandidateerror', { errorCode: 401, errorText: 'no', url });
    b.tell('icecandidateerror', { errorCode: 401, errorText: 'no', url: 'turn:a' });
    a.become('failed');
  });
  assert.deepEqual(facts.errors, [{ code: 401, text: 'no', url: 'turn:a' }]);
  assert.equal(facts.connected, false);
});

test('gathering that ends without a relay ends the test', async () => {
  const { facts } = await run(
    (a) => {
      a.iceGatheringState = 'complete';
      a.tell('icegatheringstatechange');
    },
    { iceServers: [{ ...SERVERS[0], urls: ['turns:a'] }], transport: 'tls', hurry: true },
  );
  assert.deepEqual([facts.tested, facts.connected], [true, false]);
});

test('silence is given up', async () => {
  const { facts, waits, made } = await run(() => {}, { hurry: true });
  assert.equal(facts.connected, false);
  assert.deepEqual(waits, [12]);
  assert.equal(made[0].closed, true);
});

test('one end connected is no call', async () => {
  for (const end of [0, 1]) {
    const { facts } = await run((...ends) => ends[end].become('connected'), { hurry: true });
    assert.equal(facts.connected, false);
  }
});

test('without a URL of the transport nothing is called', async () => {
  const { facts, made } = await run(() => {}, { transport: 'tcp' });
  assert.deepEqual([facts.tested, made.length], [false, 0]);
});

test('both ends are closed when something throws', async () => {
  const { made, FakePeerConnection } = network(() => {});
  const broken = { getTracks: () => [].undefined.x };
  await assert.rejects(testLeg({ transport: 'udp', iceServers: SERVERS, stream: broken, wait: async () => {}, RTCPeerConnection: FakePeerConnection }));
  assert.deepEqual(made.map((pc) => pc.closed), [true, true]);
});

test('a late wake-up of the page makes no faster bit rate', async () => {
  let time = 0;
  const { facts } = await run(
    (a, b) => {
      a.become('connected');
      b.become('connected');
    },
    { now: () => (time += 8000) },
  );
  assert.equal(facts.kilobitsPerSecond, 100);
});
