package org.turnpike.console.billing;

import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.time.Clock;
import java.util.Locale;
import org.turnpike.billing.Statement;

/** How far a statement has come, in words. */
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

  private boolean runs(Statement statement) {
    return clock.instant().isBefore(statement.period().end());
  }
}
