package org.turnpike.quality;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.Clock;
import org.turnpike.shared.Reach;
import org.turnpike.shared.Setting;
import org.turnpike.shared.Settings;
import org.turnpike.shared.Transactions;

/** Deletes what browsers told of calls once its retention is over. */
@ApplicationScoped
public class ForgetRelayReports {
  private RelayReports reports;
  private ReportLimits limits;
  private Transactions transactions;
  private Settings settings;
  private Clock clock;

  protected ForgetRelayReports() {}

  @Inject
  public ForgetRelayReports(
      RelayReports reports,
      ReportLimits limits,
      Transactions transactions,
      Settings settings,
      Clock clock) {
    this.reports = reports;
    this.limits = limits;
    this.transactions = transactions;
    this.settings = settings;
    this.clock = clock;
  }

  /** Says how many calls it deleted. */
  public int forget() {
    limits.forgetRested();
    return transactions.call(
        Reach.EVERYONE,
        () ->
            reports.forgetBefore(
                clock.instant().minus(settings.duration(Setting.RETENTION_REPORTS))));
  }
}
