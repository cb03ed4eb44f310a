package org.turnpike.analytics;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.Clock;
import org.turnpike.shared.Reach;
import org.turnpike.shared.Setting;
import org.turnpike.shared.Settings;
import org.turnpike.shared.Transactions;

/** Deletes possible leaks whose last usage is past the retention of display figures. */
@ApplicationScoped
public class ForgetLeaks {
  private PossibleLeaks leaks;
  private Transactions transactions;
  private Settings settings;
  private Clock clock;

  protected ForgetLeaks() {}

  @Inject
  public ForgetLeaks(
      PossibleLeaks leaks, Transactions transactions, Settings settings, Clock clock) {
    this.leaks = leaks;
    this.transactions = transactions;
    this.settings = settings;
    this.clock = clock;
  }

  /** Says how many rows it deleted. */
  public int forget() {
    return transactions.call(
        Reach.EVERYONE,
        () ->
            leaks.forgetBefore(
                clock.instant().minus(settings.duration(Setting.RETENTION_DISPLAY))));
  }
}
