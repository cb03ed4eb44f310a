package org.turnpike.credential;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import java.util.function.Supplier;
import org.turnpike.shared.Setting;
import org.turnpike.shared.Settings;
import org.turnpike.shared.Transactions;
import org.turnpike.turnkey.TurnKey;

/**
 * Hands out what was minted ahead: when Cloudflare does not answer, and before it ages, so that
 * little of what is minted goes unused. Taken and granted in one transaction: nobody gets what
 * another got, and what is handed out has a grant.
 */
@ApplicationScoped
public class TakeFromReserve {
  /** Of the life that is asked for; after it, a credential of the reserve is handed out first. */
  private static final int PARTS_UNTIL_AGEING = 8;

  private CredentialReserve reserve;
  private ReserveCounts counts;
  private RecordGrant recording;
  private Transactions transactions;
  private Clock clock;
  private Duration leastLife;

  protected TakeFromReserve() {}

  @Inject
  public TakeFromReserve(
      CredentialReserve reserve,
      ReserveCounts counts,
      RecordGrant recording,
      Transactions transactions,
      Settings settings,
      Clock clock) {
    this.reserve = reserve;
    this.counts = counts;
    this.recording = recording;
    this.transactions = transactions;
    this.clock = clock;
    this.leastLife = settings.duration(Setting.CREDENTIAL_MIN_LIFE);
  }

  /** The oldest that lasts long enough, and no longer than was asked for. */
  Optional<HeldCredential> any(CredentialRequest request) {
    return taken(() -> take(request, recording.choose(request.tenant()), clock.instant()));
  }

  /** One of this TURN key that is ageing. */
  Optional<HeldCredential> ageing(CredentialRequest request, TurnKey key) {
    Duration young = request.ttl().duration().dividedBy(PARTS_UNTIL_AGEING);
    return taken(() -> take(request, key, clock.instant().minus(young)));
  }

  private Optional<HeldCredential> taken(Supplier<Optional<Taken>> taking) {
    Optional<Taken> taken = transactions.call(taking);
    taken.ifPresent(one -> counts.taken(one.key()));
    return taken.map(Taken::credential);
  }

  private Optional<Taken> take(CredentialRequest request, TurnKey key, Instant mintedBy) {
    Instant now = clock.instant();
    return reserve
        .take(
            new CredentialReserve.Fitting(
                key.id(), mintedBy, now.plus(leastLife), now.plus(request.ttl().duration())))
        .map(
            ready ->
                recording.record(request, key, CredentialGrant.Source.RESERVE, ready.minted(), now))
        .map(credential -> new Taken(key, credential));
  }

  private record Taken(TurnKey key, HeldCredential credential) {}
}
