package org.turnpike.usage;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.turnpike.shared.TimeRange;
import org.turnpike.turnkey.TurnKey;

/**
 * What is in of one TURN key, what is missing, and what is lost.
 *
 * @param mark null before the first attempt
 * @param through how far usage could be in by now
 * @param lost oldest first
 */
public record CollectionState(
    TurnKey turnKey, CollectionMark mark, Instant through, List<LostUsage> lost) {
  /** What is in, holes included; nothing before the first reading. */
  public Optional<TimeRange> fetched() {
    return mark == null || !mark.hasBeenRead() || mark.since() == null
        ? Optional.empty()
        : Optional.of(new TimeRange(mark.since(), mark.completeThrough()));
  }

  /** The windows that rest at Cloudflare and are not in; nothing before the first reading. */
  public Optional<TimeRange> missing() {
    return mark == null || !mark.hasBeenRead() || !mark.completeThrough().isBefore(through)
        ? Optional.empty()
        : Optional.of(new TimeRange(mark.completeThrough(), through));
  }

  /** When Cloudflare forgets the oldest missing window; nothing while none is missing. */
  public Optional<Instant> goneAt() {
    return missing().flatMap(range -> mark.retention().map(range.start()::plus));
  }

  /** How many whole days are left until then; 0 or less when it may be gone already. */
  public Optional<Long> daysLeft(Instant now) {
    return goneAt().map(gone -> Duration.between(now, gone).toDays());
  }
}
