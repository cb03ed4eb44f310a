package org.turnpike.console.usage;

import jakarta.enterprise.context.Dependent;
import jakarta.inject.Inject;
import java.time.Clock;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.turnpike.analytics.Coverage;
import org.turnpike.console.figures.Gaps;
import org.turnpike.console.shell.Times;
import org.turnpike.usage.Completeness;

/** How good the figures of the usage page are: as of when, through when, and what is missing. */
@Dependent
public class Goodness {
  @Inject Times times;
  @Inject Clock clock;

  String billed(UsageInView usage) {
    Completeness completeness = usage.ledger().completeness();
    Gaps gaps = gaps(usage);
    return inOneLine(
        times.stamp(completeness.asOf(), completeness.completeThrough()),
        gaps.missingInWords(),
        gaps.lostInWords());
  }

  boolean isBilledBehind(UsageInView usage) {
    return gaps(usage).any();
  }

  String broken(UsageInView usage) {
    Coverage coverage = usage.coverage();
    String basis = "For display, never billed";
    if (coverage.through() == null) {
      return inOneLine(basis, "not every TURN key is broken down yet");
    }
    return inOneLine(
        basis,
        "broken down from "
            + times.minute(coverage.since())
            + " through "
            + times.minute(coverage.through()),
        new Gaps(missing(usage), 0).missingInWords());
  }

  boolean isBrokenBehind(UsageInView usage) {
    return usage.coverage().through() == null || missing(usage) > 0;
  }

  private long missing(UsageInView usage) {
    return usage.coverage().missing(usage.ledger().range(), Gaps.overdue(clock.instant()));
  }

  private Gaps gaps(UsageInView usage) {
    return Gaps.of(usage.ledger().range(), usage.ledger().completeness(), clock.instant());
  }

  private static String inOneLine(String... parts) {
    return Stream.of(parts).filter(part -> !part.isEmpty()).collect(Collectors.joining(" · "));
  }
}
