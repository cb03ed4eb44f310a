package org.turnpike.usage;

import java.util.Optional;
import org.turnpike.shared.TimeRange;
import org.turnpike.turnkey.TurnKeyId;

/**
 * The latest settlement of each TURN key and period; within reach only of a transaction that has a
 * {@link org.turnpike.shared.Reach}.
 */
public interface Settlements {
  /** Adds it, or takes the place of the one of its key and period. */
  void put(Settlement settlement);

  Optional<Settlement> find(TurnKeyId key, TimeRange period);
}
