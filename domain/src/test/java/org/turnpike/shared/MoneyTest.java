package org.turnpike.shared;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.math.BigDecimal;
import java.util.Currency;
import net.jqwik.api.Example;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;

class MoneyTest {
  private static final Currency USD = Currency.getInstance("USD");

  @Property
  void what_is_added_and_taken_away_again_leaves_nothing_behind(
      @ForAll BigDecimal some, @ForAll BigDecimal more) {
    Money money = new Money(some, USD);
    assertThat(money.plus(new Money(more, USD)).minus(new Money(more, USD)).amount())
        .isEqualByComparingTo(some);
  }

  @Property
  void rounding_moves_by_half_a_cent_at_most_and_once_is_enough(@ForAll BigDecimal some) {
    Money rounded = new Money(some, USD).rounded();
    assertThat(rounded.amount().subtract(some).abs()).isLessThanOrEqualTo(new BigDecimal("0.005"));
    assertThat(rounded.amount().scale()).isEqualTo(2);
    assertThat(rounded.rounded()).isEqualTo(rounded);
  }

  @Example
  void half_a_minor_unit_rounds_away_from_zero() {
    assertThat(Money.of("0.005", "USD").rounded()).isEqualTo(Money.of("0.01", "USD"));
    assertThat(Money.of("0.0049999", "USD").rounded()).isEqualTo(Money.of("0.00", "USD"));
    assertThat(Money.of("-0.005", "USD").rounded()).isEqualTo(Money.of("-0.01", "USD"));
  }

  @Example
  void each_currency_has_its_own_minor_unit() {
    assertThat(Money.of("1234.5", "JPY").rounded()).isEqualTo(Money.of("1235", "JPY"));
    assertThat(Money.of("1.2345", "KWD").rounded()).isEqualTo(Money.of("1.235", "KWD"));
  }

  @Example
  void nothing_rounds_on_the_way() {
    assertThat(Money.of("0.05", "USD").times(new BigDecimal("0.000000001")).amount())
        .isEqualByComparingTo("0.00000000005");
  }

  @Example
  void two_currencies_do_not_add_up() {
    Money dollars = Money.of("1", "USD");
    Money euros = Money.of("1", "EUR");
    assertThatThrownBy(() -> dollars.plus(euros)).isInstanceOf(IllegalArgumentException.class);
    assertThatThrownBy(() -> dollars.minus(euros)).isInstanceOf(IllegalArgumentException.class);
  }

  @Example
  void it_is_written_without_an_exponent() {
    assertThat(Money.of("1E+3", "USD")).hasToString("1000 USD");
  }
}
