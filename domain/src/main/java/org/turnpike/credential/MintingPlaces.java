package org.turnpike.credential;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentMap;
import org.turnpike.shared.Rejected;
import org.turnpike.shared.TenantId;
import org.turnpike.shared.Transactions;
import org.turnpike.tenant.CloudflareAccount;
import org.turnpike.tenant.CloudflareAccounts;
import org.turnpike.turnkey.TurnKey;
import org.turnpike.turnkey.TurnKeyId;

/**
 * Which TURN key mints for a tenant, and where: remembered for a second, so that a burst of
 * newcomers asks the database once. What was disabled meanwhile is found when the credential is
 * recorded.
 */
@ApplicationScoped
public class MintingPlaces {
  private static final Duration REMEMBERED = Duration.ofSeconds(1);
  private static final int MOST_REMEMBERED = 10_000;

  private final ConcurrentMap<TenantId, Remembered> remembered = new ConcurrentHashMap<>();
  private RecordGrant recording;
  private CloudflareAccounts accounts;
  private Transactions transactions;
  private Clock clock;

  protected MintingPlaces() {}

  @Inject
  public MintingPlaces(
      RecordGrant recording, CloudflareAccounts accounts, Transactions transactions, Clock clock) {
    this.recording = recording;
    this.accounts = accounts;
    this.transactions = transactions;
    this.clock = clock;
  }

  /** Which TURN key mints, and the account it belongs to. */
  record Place(TurnKey key, CloudflareAccount account) {}

  private record Remembered(Place place, Instant until) {}

  /** Throws {@link Rejected} when the tenant gets no credentials. */
  Place of(TenantId tenant) {
    Remembered known = remembered.get(tenant);
    return known != null && clock.instant().isBefore(known.until())
        ? known.place()
        : lookAgain(tenant);
  }

  /** The same, whatever is remembered, which may be out of date. */
  Place lookAgain(TenantId tenant) {
    remembered.remove(tenant);
    Place place = transactions.call(() -> place(recording.choose(tenant)));
    if (remembered.size() >= MOST_REMEMBERED) {
      remembered.clear();
    }
    remembered.put(tenant, new Remembered(place, clock.instant().plus(REMEMBERED)));
    return place;
  }

  /** Of this very TURN key; none when it serves its tenant no more. */
  Optional<Place> of(TurnKeyId id) {
    return transactions.call(() -> recording.serving(id).map(this::place));
  }

  private Place place(TurnKey key) {
    return new Place(key, accounts.find(key.account()).orElseThrow());
  }
}
