package org.turnpike.usage;

import java.time.Instant;
import java.util.List;
import org.turnpike.tenant.AccountId;

/**
 * How much an account's analytics were asked, and until when they are left alone.
 *
 * @param asked when each query of the five minutes before {@code countedAt} was made, by whichever
 *     node, oldest first
 * @param most how many the budget allows in five minutes
 * @param restsUntil null when it does not rest
 * @param problem why it rests, for people to read; null when it does not
 */
public record CollectionPace(
    AccountId account,
    List<Instant> asked,
    int most,
    Instant countedAt,
    Instant restsUntil,
    String problem) {
  public CollectionPace {
    asked = List.copyOf(asked);
  }

  /** In the five minutes before {@code countedAt}. */
  public int queries() {
    return asked.size();
  }

  public boolean rests(Instant now) {
    return restsUntil != null && now.isBefore(restsUntil);
  }
}
