package org.turnpike.credential;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Stream;
import org.turnpike.shared.Leases;
import org.turnpike.shared.Rejected;
import org.turnpike.shared.Setting;
import org.turnpike.shared.Settings;
import org.turnpike.shared.Transactions;
import org.turnpike.shared.Unavailable;
import org.turnpike.shared.UuidV7;

/**
 * Mints ahead, as many for each TURN key and life as newcomers asked for lately: no fewer, so that
 * they last while Cloudflare is away, and no more, so that most are handed out before they age. One
 * node at a time, under a lease.
 */
@ApplicationScoped
public class FillReserve {
  private static final String WORK = "fill-reserve";
  private static final Duration LEASE = Duration.ofMinutes(1);

  /** Of a life: for so long newcomers are counted. Ageing begins later than that. */
  private static final int PART_OF_LIFE = 12;

  /** For one TURN key and life; a crowd who come at once and stay leave most of them unused. */
  private static final long MOST = 3_000;

  /** For one TURN key and life: others wait meanwhile. */
  private static final long MOST_IN_A_ROUND = 100;

  private CredentialGrants grants;
  private CredentialReserve reserve;
  private MintingPlaces places;
  private MintCredential minting;
  private RecordGrant recording;
  private Leases leases;
  private Transactions transactions;
  private Clock clock;
  private Duration leastLife;

  protected FillReserve() {}

  @Inject
  public FillReserve(
      CredentialGrants grants,
      CredentialReserve reserve,
      MintingPlaces places,
      MintCredential minting,
      RecordGrant recording,
      Leases leases,
      Transactions transactions,
      Settings settings,
      Clock clock) {
    this.grants = grants;
    this.reserve = reserve;
    this.places = places;
    this.minting = minting;
    this.recording = recording;
    this.leases = leases;
    this.transactions = transactions;
    this.clock = clock;
    this.leastLife = settings.duration(Setting.CREDENTIAL_MIN_LIFE);
  }

  /**
   * One round over all TURN keys; does nothing while another node is at it. Throws what kept it
   * from minting for one of them, once the others have had theirs.
   */
  public void fill() {
    Optional<Leases.Lease> lease = leases.take(WORK, LEASE);
    if (lease.isEmpty()) {
      return;
    }
    try {
      List<RuntimeException> failures =
          transactions.call(this::lacks).stream()
              .flatMap(lack -> fill(lack, lease.get()).stream())
              .toList();
      if (!failures.isEmpty()) {
        throw failures.get(0);
      }
    } finally {
      leases.release(lease.get());
    }
  }

  /** So many more are wanted. */
  private record Lack(MintingPlaces.Place place, TimeToLive ttl, long credentials) {}

  private List<Lack> lacks() {
    List<CredentialReserve.Level> levels = reserve.levels(clock.instant().plus(leastLife));
    return grants.newcomers(clock.instant(), PART_OF_LIFE).stream()
        .filter(newcomers -> isWorthKeeping(newcomers.ttl()))
        .flatMap(newcomers -> lack(newcomers, levels))
        .toList();
  }

  /** Half a life later it must still be worth handing out. */
  private boolean isWorthKeeping(TimeToLive ttl) {
    return ttl.duration().dividedBy(2).compareTo(leastLife) >= 0;
  }

  private Stream<Lack> lack(
      CredentialGrants.Newcomers newcomers, List<CredentialReserve.Level> levels) {
    long there =
        levels.stream()
            .filter(level -> level.turnKey().equals(newcomers.turnKey()))
            .filter(level -> level.ttl().equals(newcomers.ttl()))
            .mapToLong(CredentialReserve.Level::credentials)
            .sum();
    long lacking = Math.min(Math.min(newcomers.count(), MOST) - there, MOST_IN_A_ROUND);
    return lacking <= 0
        ? Stream.empty()
        : places.of(newcomers.turnKey()).stream()
            .map(place -> new Lack(place, newcomers.ttl(), lacking));
  }

  /** Fills up until it fails; says how. */
  private Optional<RuntimeException> fill(Lack lack, Leases.Lease lease) {
    try {
      for (long i = 0; i < lack.credentials(); i++) {
        mintAhead(lack, lease);
      }
      return Optional.empty();
    } catch (Unavailable | Rejected e) {
      return Optional.of(e);
    }
  }

  private void mintAhead(Lack lack, Leases.Lease lease) {
    UUID id = UuidV7.at(clock.instant());
    MintingPlaces.Place place = lack.place();
    minting.mint(
        place,
        lack.ttl(),
        new CustomIdentifier("reserve-" + id),
        minted -> {
          leases.confirm(lease);
          recording.requireServing(place.key().id());
          ReserveCredential ready = new ReserveCredential(id, place.key().id(), lack.ttl(), minted);
          reserve.add(ready);
          return ready;
        });
  }
}
