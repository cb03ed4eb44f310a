package org.turnpike.console.billing;

import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import jakarta.servlet.http.HttpServletRequest;
import java.math.BigDecimal;
import java.time.Clock;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import org.turnpike.billing.DrawUpStatements;
import org.turnpike.billing.Statement;
import org.turnpike.console.figures.Figures;
import org.turnpike.console.figures.Periods;
import org.turnpike.console.gate.Person;
import org.turnpike.console.shell.TenantInView;
import org.turnpike.console.shell.Times;
import org.turnpike.usage.RelayedVolume;

/** One statement, with the arithmetic that leads to its amount. */
@Named("statement")
@RequestScoped
public class StatementPage {
  @Inject Person person;
  @Inject TenantInView inView;
  @Inject DrawUpStatements statements;
  @Inject Times times;
  @Inject Stage stage;
  @Inject HttpServletRequest request;
  @Inject Clock clock;

  private Statement statement;

  /** What one TURN key adds, and its whole per cent of the egress. */
  public record Line(String name, String uid, RelayedVolume volume, int share) {}

  public void open() {
    String period =
        Objects.requireNonNullElse(request.getParameter("period"), DrawUpStatements.CURRENT);
    statement = statements.of(person.caller(), inView.id(), period);
  }

  public Statement statement() {
    return statement;
  }

  public String title() {
    return Periods.name(statement.period());
  }

  public String sub() {
    return Periods.heading(statement.period(), clock.instant());
  }

  /** How good the figures are. */
  public String stamp() {
    String stamp = times.stamp(statement.asOf(), statement.completeThrough());
    String missing = stage.missing(statement);
    return missing.isEmpty() ? stamp : stamp + " · " + missing;
  }

  /** The egress in bytes, and what the plan calls a gigabyte. */
  public String bytes() {
    return String.format(
        Locale.ENGLISH,
        "%,d bytes, %,d to the GB",
        statement.charge().egress().bytes(),
        statement.plan().bytesPerGigabyte());
  }

  public List<Line> lines() {
    BigDecimal all = statement.charge().egress().gigabytes();
    return statement.lines().stream()
        .map(
            line ->
                new Line(
                    line.turnKey().name(),
                    line.turnKey().uid(),
                    line.volume(),
                    Figures.percent(line.volume().egress().gigabytes(), all)))
        .toList();
  }

  public String download() {
    return inView.href("statement.csv", "period=" + statement.period().name());
  }
}
