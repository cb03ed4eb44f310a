package org.turnpike.console.usage;

import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.time.temporal.ChronoUnit;
import java.util.List;
import org.turnpike.analytics.Granularity;
import org.turnpike.analytics.ReportUsage;
import org.turnpike.billing.BillingPeriod;
import org.turnpike.billing.DrawUpStatements;
import org.turnpike.billing.Statement;
import org.turnpike.console.figures.Gaps;
import org.turnpike.console.figures.Periods;
import org.turnpike.console.gate.Person;
import org.turnpike.console.shell.Notice;
import org.turnpike.console.shell.Redirect;
import org.turnpike.console.shell.TenantInView;
import org.turnpike.console.shell.Times;
import org.turnpike.identity.Caller;
import org.turnpike.shared.TimeRange;

/** How one tenant stands in the running period. */
@Named("overview")
@RequestScoped
public class OverviewPage {
  private static final ZoneId UTC = ZoneId.of("UTC");

  @Inject Person person;
  @Inject TenantInView inView;
  @Inject DrawUpStatements statements;
  @Inject ReportUsage reports;
  @Inject KeyUse keyUse;
  @Inject Attention attention;
  @Inject Redirect redirect;
  @Inject Times times;
  @Inject Clock clock;

  private Standing standing;

  /** Leads on to the company's overview when no tenant is in view. */
  public void open() {
    if (inView.company()) {
      redirect.to("company.xhtml");
    } else {
      standing = standing(person.caller());
    }
  }

  public Standing standing() {
    return standing;
  }

  public String period() {
    return Periods.heading(standing.statement().period(), clock.instant());
  }

  /** How good the figures are. */
  public String stamp() {
    Statement statement = standing.statement();
    String stamp = times.stamp(statement.asOf(), statement.completeThrough());
    String lost = gaps().lostInWords();
    return lost.isEmpty() ? stamp : stamp + " · " + lost;
  }

  public boolean behind() {
    return times.behind(standing.statement().completeThrough()) || gaps().lost() > 0;
  }

  private Gaps gaps() {
    Statement statement = standing.statement();
    return Gaps.of(statement.period().range(), statement.completeness(), clock.instant());
  }

  public List<Notice> attention() {
    return attention.of(standing);
  }

  private Standing standing(Caller caller) {
    Statement statement = statements.of(caller, inView.id(), DrawUpStatements.CURRENT);
    BillingPeriod period = statement.period();
    return new Standing(
        statement,
        statements.before(caller, statement),
        reports
            .forecast(caller, inView.id(), period.range())
            .map(forecast -> new Outlook(statement, forecast))
            .orElse(null),
        Steps.chart(reports.series(caller, inView.id(), soFar(period), Granularity.DAY, UTC)),
        keyUse.of(caller, statement));
  }

  /** The period's days until today's end. */
  private TimeRange soFar(BillingPeriod period) {
    Instant tomorrow = clock.instant().truncatedTo(ChronoUnit.DAYS).plus(Duration.ofDays(1));
    return new TimeRange(period.start(), tomorrow);
  }
}
