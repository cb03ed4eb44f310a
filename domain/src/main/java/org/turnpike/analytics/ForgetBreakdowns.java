package org.turnpike.analytics;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.Clock;
import org.turnpike.shared.Reach;
import org.turnpike.shared.Settings;
import org.turnpike.shared.Transactions;

/** Deletes break-downs whose retention is over, and identifiers that nothing else refers to. */
@ApplicationScoped
public class ForgetBreakdowns {
  private UsageBreakdowns breakdowns;
  private Transactions transactions;
  private Settings settings;
  private Clock clock;

  protected ForgetBreakdowns() {}

  @Inject
  public ForgetBreakdowns(
      UsageBreakdowns breakdowns, Transactions transactions, Settings settings, Clock clock) {
    this.breakdowns = breakdowns;
    this.transactions = transactions;
    this.settings = settings;
    this.clock = clock;
  }

  /** Says how many rows it deleted. */
  public int forget() {
    return transactions.call(
        Reach.EVERYONE,
        () -> breakdowns.forgetBefore(DisplayRetention.since(settings, clock.instant())));
  }
}
