package org.turnpike.console.billing;

import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import jakarta.servlet.http.HttpServletRequest;
import java.time.Clock;
import java.time.YearMonth;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.stream.Stream;
import org.turnpike.billing.DrawUpStatements;
import org.turnpike.billing.Statement;
import org.turnpike.console.figures.Totals;
import org.turnpike.console.gate.Person;
import org.turnpike.identity.Scope;

/** Every tenant's statement of one period. */
@Named("allStatements")
@RequestScoped
public class AllStatementsPage {
  private static final int MONTHS = 12;
  private static final DateTimeFormatter NAME =
      DateTimeFormatter.ofPattern("MMMM uuuu", Locale.ENGLISH);

  @Inject Person person;
  @Inject DrawUpStatements statements;
  @Inject HttpServletRequest request;
  @Inject Clock clock;

  private String period;
  private List<Statement> all;

  /** A period to choose, and what people read for it. */
  public record Choice(String period, String label) {}

  public void open() {
    person.caller().requireEverywhere(Scope.FINANCE);
    period = Objects.requireNonNullElse(request.getParameter("period"), DrawUpStatements.CURRENT);
    all = statements.all(person.caller(), period);
  }

  public List<Statement> all() {
    return all;
  }

  public Totals totals() {
    return Totals.of(all);
  }

  public String period() {
    return period;
  }

  /** The running periods, which need not start in this month, and those of the months before. */
  public List<Choice> choices() {
    YearMonth now = YearMonth.from(clock.instant().atOffset(ZoneOffset.UTC));
    return Stream.concat(
            Stream.of(new Choice(DrawUpStatements.CURRENT, "Running period")),
            Stream.iterate(now.minusMonths(1), month -> month.minusMonths(1))
                .limit(MONTHS)
                .map(month -> new Choice(month.toString(), NAME.format(month))))
        .toList();
  }
}
