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

  /** For one TURN key and life: others wait meanwhile. */
  private static final long MOST_IN_A_ROUND = 100;

  private SizeReserve size;
  private CredentialReserve reserve;
  private MintingPlaces places;
  private ReserveCounts counts;
  private MintCredential minting;
  private RecordGrant recording;
  private Leases leases;
  private Transactions transactions;
  private Clock clock;

  protected FillReserve() {}

  @Inject
  public FillReserve(
      SizeReserve size,
      CredentialReserve reserve,
      MintingPlaces places,
      ReserveCounts counts,
      MintCredential minting,
      RecordGrant recording,
      Leases leases,
      Transactions transactions,
      Clock clock) {
    this.size = size;
    this.reserve = reserve;
    this.places = places;
    this.counts = counts;
    this.minting = minting;
    this.recording = recording;
    this.leases = leases;
    this.transactions = transactions;
    this.clock = clock;
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
    List<CredentialReserve.Level> levels = size.ready();
    return size.wanted().stream().flatMap(wanted -> lack(wanted, levels)).toList();
  }

  private Stream<Lack> lack(SizeReserve.Wanted wanted, List<CredentialReserve.Level> levels) {
    long there =
        levels.stream()
            .filter(level -> level.turnKey().equals(wanted.turnKey()))
            .filter(level -> level.ttl().equals(wanted.ttl()))
            .mapToLong(CredentialReserve.Level::credentials)
            .sum();
    long lacking = Math.min(wanted.credentials() - there, MOST_IN_A_ROUND);
    return lacking <= 0
        ? Stream.empty()
        : places.of(wanted.turnKey()).stream().map(place -> new Lack(place, wanted.ttl(), lacking));
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
    counts.ahead(place.key());
  }
}
