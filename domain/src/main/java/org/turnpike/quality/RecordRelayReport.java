package org.turnpike.quality;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.Clock;
import java.time.Duration;
import java.util.Set;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import org.turnpike.shared.Reach;
import org.turnpike.shared.Rejected;
import org.turnpike.shared.TooManyRequests;
import org.turnpike.shared.Transactions;
import org.turnpike.shared.Unavailable;
import org.turnpike.tenant.TermsInForce;

/**
 * Takes a browser's report; once it returns, the report is in the database. Few write at the same
 * time, so that while the database is slow or away reports fail and issuing has its threads.
 */
@ApplicationScoped
public class RecordRelayReport {
  private static final int AT_ONCE = 4;
  private static final Duration A_MOMENT = Duration.ofMillis(250);
  private static final Duration RETRY = Duration.ofSeconds(30);

  private final Semaphore turns = new Semaphore(AT_ONCE);
  private RelayReports reports;
  private TermsInForce terms;
  private ReportLimits limits;
  private Transactions transactions;
  private Clock clock;

  protected RecordRelayReport() {}

  @Inject
  public RecordRelayReport(
      RelayReports reports,
      TermsInForce terms,
      ReportLimits limits,
      Transactions transactions,
      Clock clock) {
    this.reports = reports;
    this.terms = terms;
    this.limits = limits;
    this.transactions = transactions;
    this.clock = clock;
  }

  /**
   * Keeps the report. Throws {@link Rejected} when the tenant takes none, {@link TooManyRequests}
   * when they come too fast, {@link Unavailable} when it cannot be kept now.
   */
  public void take(ReportToken token, RelayReport report) {
    limits.count(token);
    waitForTurn();
    try {
      if (!terms.of(token.tenant()).relayReports()) {
        throw Rejected.forbidden("This tenant takes no relay reports.");
      }
      transactions.run(
          new Reach(Set.of(token.tenant())),
          () -> reports.keep(token.tenant(), report, clock.instant()));
    } finally {
      turns.release();
    }
  }

  private void waitForTurn() {
    try {
      if (!turns.tryAcquire(A_MOMENT.toMillis(), TimeUnit.MILLISECONDS)) {
        throw new Unavailable("Too many reports are being written.", RETRY);
      }
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new Unavailable("The server is going down.", RETRY, e);
    }
  }
}
