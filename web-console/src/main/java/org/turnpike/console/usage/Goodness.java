package org.turnpike.console.usage;

import jakarta.enterprise.context.Dependent;
import jakarta.inject.Inject;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import org.turnpike.analytics.Coverage;
import org.turnpike.console.figures.Figures;
import org.turnpike.console.shell.Times;
import org.turnpike.shared.TimeRange;
import org.turnpike.usage.Completeness;

/** How good the figures of the usage page are: as of when, through when, and what is missing. */
@Dependent
public class Goodness {
  /** An hour is missed once it has been over for as long. */
  private static final Duration PATIENCE = Duration.ofHours(1);

  @Inject Times times;
  @Inject Clock clock;

  String billed(UsageInView usage) {
    Completeness completeness = usage.ledger().completeness();
    return times.stamp(completeness.asOf(), completeness.completeThrough())
        + inWords(missing(usage.ledger().range(), completeness))
        + lost(usage);
  }

  boolean isBilledBehind(UsageInView usage) {
    return missing(usage.ledger().range(), usage.ledger().completeness()) > 0
        || !holes(usage).isEmpty();
  }

  String broken(UsageInView usage) {
    Coverage coverage = usage.coverage();
    String basis = "For display, never billed · ";
    if (coverage.through() == null) {
      return basis + "not every TURN key is broken down yet";
    }
    return basis
        + "broken down from "
        + times.minute(coverage.since())
        + " through "
        + times.minute(coverage.through())
        + inWords(missing(usage));
  }

  boolean isBrokenBehind(UsageInView usage) {
    return usage.coverage().through() == null || missing(usage) > 0;
  }

  private long missing(UsageInView usage) {
    return usage.coverage().missing(usage.ledger().range(), overdue());
  }

  private long missing(TimeRange range, Completeness completeness) {
    Instant through = completeness.completeThrough();
    return through == null
        ? 0
        : new Coverage(TimeRange.EARLIEST, through).missing(range, overdue());
  }

  private Instant overdue() {
    return clock.instant().minus(PATIENCE);
  }

  private static List<TimeRange> holes(UsageInView usage) {
    return usage.ledger().completeness().lostWithin(usage.ledger().range());
  }

  /** What Cloudflare kept no longer when it was read, as far as it lies in the range. */
  private static String lost(UsageInView usage) {
    Duration lost =
        holes(usage).stream().map(TimeRange::length).reduce(Duration.ZERO, Duration::plus);
    return lost.isZero()
        ? ""
        : " · " + Figures.count(lost.toHours()) + " hours are lost: Cloudflare forgot them unread";
  }

  private static String inWords(long hours) {
    if (hours <= 0) {
      return "";
    }
    return " · " + (hours == 1 ? "1 hour is" : Figures.count(hours) + " hours are") + " missing";
  }
}
