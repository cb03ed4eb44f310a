package org.turnpike.usage;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.turnpike.shared.Slice;
import org.turnpike.shared.TenantId;
import org.turnpike.shared.TimeRange;
import org.turnpike.turnkey.TurnKeyId;

/**
 * The append-only record of what was relayed; each billed figure is a sum of its lines. It is
 * within reach only of a transaction that has a {@link org.turnpike.shared.Reach}.
 */
public interface UsageLedger {
  /**
   * Where a window stands.
   *
   * @param revision of its latest line
   * @param volume the sum of its lines
   */
  record Standing(int revision, RelayedVolume volume) {}

  /**
   * The last line.
   *
   * @param posting how many lines there are; 0 when there is none
   * @param hash that line's, which stands for all lines up to it; 64 zeros when there is none
   */
  record Head(long posting, String hash) {}

  Head head();

  /** Appends lines; one of a key, window and revision already there is left out. */
  void append(List<UsageRecord> records);

  /** By window start, the windows of the range that have lines; settlements are left out. */
  Map<Instant, Standing> standing(TurnKeyId key, TimeRange range);

  /** By window start, the sum of the lines of the key that an owner has; null for nobody's. */
  Map<Instant, RelayedVolume> held(TurnKeyId key, TenantId owner);

  /** What the key relayed in the range, whoever's it is. */
  RelayedVolume total(TurnKeyId key, TimeRange range);

  /** How many settlements the key has in the window. */
  int settlements(TurnKeyId key, Instant window);

  /** What each TURN key of these tenants relayed in the range; keys without usage are left out. */
  Map<TenantId, Map<TurnKeyId, RelayedVolume>> totals(Set<TenantId> tenants, TimeRange range);

  /** By tenant, the starts of the range's steps in which a window was corrected. */
  Map<TenantId, Set<Instant>> corrected(TimeRange range, Duration step);

  /** The start of the first window in which the tenant relayed anything. */
  Optional<Instant> firstWindow(TenantId tenant);

  /** A tenant's lines of windows that start in the range, in order of posting. */
  Slice<UsageRecord> records(TenantId tenant, TimeRange range, Slice.Request page);
}
