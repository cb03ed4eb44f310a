package org.turnpike.usage;

import java.time.Instant;
import org.turnpike.tenant.AccountId;

/**
 * How much an account's analytics were asked, and until when they are left alone.
 *
 * @param queries in the five minutes before {@code countedAt}
 * @param most how many the budget allows in five minutes
 * @param restsUntil null when it does not rest
 * @param problem why it rests, for people to read; null when it does not
 */
public record CollectionPace(
    AccountId account,
    int queries,
    int most,
    Instant countedAt,
    Instant restsUntil,
    String problem) {
  public boolean rests(Instant now) {
    return restsUntil != null && now.isBefore(restsUntil);
  }
}
