package org.turnpike.analytics;

import java.time.Instant;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.turnpike.shared.TenantId;
import org.turnpike.shared.TimeRange;
import org.turnpike.turnkey.TurnKey;
import org.turnpike.turnkey.TurnKeyId;

/**
 * Break-downs of usage as last read. They are no ledger: what is read again takes the place of what
 * was there. Within reach only of a transaction that has a {@link org.turnpike.shared.Reach}.
 */
public interface UsageBreakdowns {
  /**
   * Puts the break-down in the place of what is there of its hours.
   *
   * @param known all hours of the key that have been read, these included
   */
  void replace(TurnKey key, Breakdown breakdown, TimeRange known);

  /** The hours of the key that have been read, those without usage included. */
  Optional<TimeRange> known(TurnKeyId key);

  /** The same of each key of these tenants that has been read. */
  Map<TurnKeyId, TimeRange> known(Set<TenantId> tenants);

  /** Forgets whose an identifier's usage was; the usage stays. Says whether it was there. */
  boolean erase(TenantId tenant, String identifier);

  /**
   * Deletes hours that start before then, and identifiers not seen since; says how many rows.
   *
   * @param instant the start of an hour: what is known begins there from now on
   */
  int forgetBefore(Instant instant);
}
