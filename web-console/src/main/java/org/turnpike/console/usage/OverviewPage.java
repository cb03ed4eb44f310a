package org.turnpike.console.usage;

import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.math.BigDecimal;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.time.temporal.ChronoUnit;
import java.util.List;
import org.turnpike.analytics.Granularity;
import org.turnpike.analytics.ReportUsage;
import org.turnpike.billing.DrawUpStatements;
import org.turnpike.billing.Statement;
import org.turnpike.console.figures.EgressChart;
import org.turnpike.console.figures.Meter;
import org.turnpike.console.figures.Periods;
import org.turnpike.console.gate.Person;
import org.turnpike.console.shell.Notice;
import org.turnpike.console.shell.TenantInView;
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
  @Inject Clock clock;

  private Statement statement;
  private Statement previous;
  private EgressChart chart;
  private List<KeyUse.Row> keys;
  private Outlook outlook;

  /** Leads on to the company's overview when no tenant is in view. */
  public String open() {
    if (inView.company()) {
      return "/company.xhtml?faces-redirect=true";
    }
    Caller caller = person.caller();
    statement = statements.of(caller, inView.id(), DrawUpStatements.CURRENT);
    previous = statements.of(caller, inView.id(), statement.period().previous().name());
    chart = Steps.chart(reports.series(caller, inView.id(), soFar(), Granularity.DAY, UTC));
    keys = keyUse.of(caller, statement);
    outlook =
        reports
            .forecast(caller, inView.id(), statement.period().range())
            .map(forecast -> new Outlook(statement, forecast))
            .orElse(null);
    return null;
  }

  public Statement statement() {
    return statement;
  }

  public Statement previous() {
    return previous;
  }

  public EgressChart chart() {
    return chart;
  }

  public List<KeyUse.Row> keys() {
    return keys;
  }

  /** Where the period is heading; null when that is not known. */
  public Outlook outlook() {
    return outlook;
  }

  public Meter meter() {
    return new Meter(
        statement.charge().gigabytes(),
        statement.plan().freeGigabytes(),
        outlook == null ? null : outlook.heading());
  }

  public long liveCredentials() {
    return keys.stream().mapToLong(KeyUse.Row::live).sum();
  }

  public BigDecimal freeLeft() {
    return statement.plan().freeGigabytes().subtract(statement.charge().freeGigabytes());
  }

  /** Such as "1 – 30 November 2026, UTC · day 22 of 30". */
  public String period() {
    return Periods.days(statement.period())
        + " · "
        + Periods.progress(statement.period(), clock.instant());
  }

  public List<Notice> attention() {
    return attention.of(person.caller(), statement, outlook, keys);
  }

  /** The period's days until today's end. */
  private TimeRange soFar() {
    Instant tomorrow = clock.instant().truncatedTo(ChronoUnit.DAYS).plus(Duration.ofDays(1));
    return new TimeRange(statement.period().start(), tomorrow);
  }
}
