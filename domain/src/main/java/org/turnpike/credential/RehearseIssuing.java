package org.turnpike.credential;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.turnpike.shared.Secret;
import org.turnpike.shared.Transactions;
import org.turnpike.tenant.ApiKey;
import org.turnpike.tenant.ApiKeys;
import org.turnpike.turnkey.TurnKey;
import org.turnpike.turnkey.TurnKeys;

/**
 * Does in the database what issuing does there, and takes it back: whoever asks first after a start
 * then does not wait for classes to be loaded and statements to be made. Cloudflare is not asked.
 */
@ApplicationScoped
public class RehearseIssuing {
  /** So often, that the compiler takes note of it. */
  private static final int TIMES = 30;

  private static final CustomIdentifier NOBODY = new CustomIdentifier("rehearsal");

  private TurnKeys keys;
  private ApiKeys apiKeys;
  private CredentialReserve reserve;
  private HeldCredentials held;
  private RecordGrant recording;
  private Transactions transactions;
  private Clock clock;
  private volatile boolean done;

  protected RehearseIssuing() {}

  @Inject
  public RehearseIssuing(
      TurnKeys keys,
      ApiKeys apiKeys,
      CredentialReserve reserve,
      HeldCredentials held,
      RecordGrant recording,
      Transactions transactions,
      Clock clock) {
    this.keys = keys;
    this.apiKeys = apiKeys;
    this.reserve = reserve;
    this.held = held;
    this.recording = recording;
    this.transactions = transactions;
    this.clock = clock;
  }

  /** Once only, as soon as there is somebody to be served. */
  public void rehearse() {
    if (!done) {
      transactions.call(this::cast).ifPresent(this::rehearse);
    }
  }

  /** Whose part is played. */
  private record Cast(TurnKey key, CredentialRequest request) {}

  /** What takes everything back. */
  private static final class Curtain extends RuntimeException {
    private static final long serialVersionUID = 1L;

    Curtain() {
      super("The rehearsal is over", null, false, false);
    }
  }

  private void rehearse(Cast cast) {
    for (int i = 0; i < TIMES; i++) {
      try {
        transactions.run(() -> play(cast));
      } catch (Curtain over) {
        done = true;
      }
    }
  }

  private Optional<Cast> cast() {
    return keys.metered(clock.instant()).stream()
        .filter(TurnKey::isOwn)
        .filter(key -> recording.serving(key.id()).isPresent())
        .flatMap(key -> apiKeys.of(key.tenant()).stream().map(apiKey -> cast(key, apiKey)))
        .filter(cast -> cast.request().apiKey().isLive(clock.instant()))
        .findFirst();
  }

  private static Cast cast(TurnKey key, ApiKey apiKey) {
    return new Cast(
        key, new CredentialRequest(apiKey.caller(null), apiKey, TimeToLive.USUAL, NOBODY));
  }

  private void play(Cast cast) {
    Instant now = clock.instant();
    Instant end = now.plus(cast.request().ttl().duration());
    recording.choose(cast.request().tenant());
    reserve.take(new CredentialReserve.Fitting(cast.key().id(), now, now, end));
    MintedCredential minted = new MintedCredential(List.of(nothing()), NOBODY, now, end);
    recording.record(cast.request(), cast.key(), CredentialGrant.Source.MINTED, minted, now);
    held.find(cast.request().holder(), now);
    throw new Curtain();
  }

  private static IceServer nothing() {
    return new IceServer(
        List.of("turn:turn.cloudflare.com:3478?transport=udp"),
        NOBODY.text(),
        Secret.of(NOBODY.text()));
  }
}
