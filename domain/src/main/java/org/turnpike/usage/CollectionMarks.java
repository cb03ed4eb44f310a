package org.turnpike.usage;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.turnpike.shared.TenantId;
import org.turnpike.shared.TimeRange;
import org.turnpike.turnkey.TurnKeyId;

/** How far collection has come, for each TURN key. */
public interface CollectionMarks {
  void add(CollectionMark mark);

  Optional<CollectionMark> find(TurnKeyId key);

  /**
   * The marks of these tenants' keys.
   *
   * @param tenants null means all
   */
  List<CollectionMark> of(Set<TenantId> tenants);

  /** Windows of the range that had usage and were missing when last read. */
  Set<Instant> vanished(TurnKeyId key, TimeRange range);

  /** Replaces what {@link #vanished} says of the range. */
  void setVanished(TurnKeyId key, TimeRange range, Set<Instant> windows);

  void addLost(LostUsage lost);

  /**
   * What was lost of these tenants' keys, oldest first.
   *
   * @param tenants null means all
   */
  List<LostUsage> lost(Set<TenantId> tenants);
}
