package org.turnpike.console.figures;

import java.time.Duration;
import java.time.Instant;
import org.turnpike.analytics.Coverage;
import org.turnpike.shared.TimeRange;
import org.turnpike.usage.Completeness;

/**
 * What billed figures lack, in words.
 *
 * @param missing hours that should be in by now and may still come
 * @param lost hours with usage that nobody will ever know
 */
public record Gaps(long missing, long lost) {
  /** An hour is missed once it has been over for as long. */
  private static final Duration PATIENCE = Duration.ofHours(1);

  public static Gaps of(TimeRange range, Completeness completeness, Instant now) {
    Instant through = completeness.completeThrough();
    long missing =
        through == null
            ? 0
            : new Coverage(TimeRange.EARLIEST, through).missing(range, overdue(now));
    return new Gaps(missing, completeness.lostHours(range));
  }

  /** What is over before then should be in. */
  public static Instant overdue(Instant now) {
    return now.minus(PATIENCE);
  }

  public boolean any() {
    return missing > 0 || lost > 0;
  }

  /** Such as "3 hours are missing"; empty when none is. */
  public String missingInWords() {
    return missing > 0 ? hours(missing) + " missing" : "";
  }

  /** Such as "3 hours are lost: …"; empty when none is. */
  public String lostInWords() {
    return lost > 0
        ? hours(lost) + " lost: Cloudflare forgot " + (lost == 1 ? "it" : "them") + " unread"
        : "";
  }

  private static String hours(long hours) {
    return hours == 1 ? "1 hour is" : Figures.count(hours) + " hours are";
  }
}
