package org.turnpike.console.billing;

import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.time.Clock;
import java.time.Instant;
import java.util.Locale;
import org.turnpike.billing.Statement;
import org.turnpike.console.figures.Gaps;

/** How far a statement has come, and what it lacks, in words. */
@Named
@RequestScoped
public class Stage {
  private Clock clock;

  protected Stage() {}

  @Inject
  public Stage(Clock clock) {
    this.clock = clock;
  }

  /** For a tag: Open while the period runs. */
  public String label(Statement statement) {
    if (statement.status() != Statement.Status.OPEN) {
      String name = statement.status().wireName();
      return name.substring(0, 1).toUpperCase(Locale.ROOT) + name.substring(1);
    }
    return runs(statement) ? "Open" : "Ended";
  }

  /** For beside the amount: whether it still moves; empty when it does not. */
  public String note(Statement statement) {
    if (statement.status() != Statement.Status.OPEN) {
      return "";
    }
    return runs(statement) ? "so far" : "period ended, figures may still move";
  }

  /** For the tag: a warning where usage of the period is lost, or should be in and is not. */
  public String tone(Statement statement) {
    return isBehind(statement) || statement.lostHours() > 0 ? "warn" : "info";
  }

  /**
   * Whether usage of the period should be in by now and is not: once it has ended, all of it. A
   * tenant that has no usage, and whose was never read, is waited for once a reading has failed.
   */
  public boolean isBehind(Statement statement) {
    return gaps(statement).missing() > 0 || (!runs(statement) && isAwaited(statement));
  }

  /** Such as "3 hours are missing"; empty when none is. */
  public String missing(Statement statement) {
    return gaps(statement).missingInWords();
  }

  /** Such as "3 hours are lost: …"; empty when none is. */
  public String lost(Statement statement) {
    return gaps(statement).lostInWords();
  }

  private Gaps gaps(Statement statement) {
    return Gaps.of(statement.period().range(), statement.completeness(), clock.instant());
  }

  private static boolean isAwaited(Statement statement) {
    Instant through = statement.completeThrough();
    return through == null
        ? !statement.lines().isEmpty() || statement.completeness().problem() != null
        : through.isBefore(statement.period().end());
  }

  private boolean runs(Statement statement) {
    return clock.instant().isBefore(statement.period().end());
  }
}
