package org.turnpike.console.figures;

import java.math.BigDecimal;
import java.util.List;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.turnpike.billing.Charge;
import org.turnpike.billing.Statement;
import org.turnpike.shared.Money;

/**
 * Sums over statements.
 *
 * @param amounts of the rounded statements, one sum a currency
 */
public record Totals(
    BigDecimal gigabytes,
    BigDecimal freeGigabytes,
    BigDecimal billableGigabytes,
    List<Money> amounts) {
  public static Totals of(List<Statement> statements) {
    return new Totals(
        sum(statements, Charge::gigabytes),
        sum(statements, Charge::freeGigabytes),
        sum(statements, Charge::billableGigabytes),
        amounts(statements));
  }

  /** Such as "$214.38", or several with a plus between. */
  public String amount() {
    return amounts.isEmpty()
        ? "–"
        : amounts.stream().map(Figures::money).collect(Collectors.joining(" + "));
  }

  private static BigDecimal sum(List<Statement> statements, Function<Charge, BigDecimal> of) {
    return statements.stream()
        .map(Statement::charge)
        .map(of)
        .reduce(BigDecimal.ZERO, BigDecimal::add);
  }

  private static List<Money> amounts(List<Statement> statements) {
    return List.copyOf(
        statements.stream()
            .map(Statement::amount)
            .collect(Collectors.toMap(Money::currency, Function.identity(), Money::plus))
            .values());
  }
}
