package org.turnpike.console.figures;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigDecimal;
import org.junit.jupiter.api.Test;
import org.turnpike.shared.Money;

class FiguresTest {
  @Test
  void a_column_has_three_places() {
    assertThat(Figures.gigabytes(new BigDecimal("2500"))).isEqualTo("2,500.000");
    assertThat(Figures.gigabytes(new BigDecimal("0.0005"))).isEqualTo("0.001");
  }

  @Test
  void what_decides_about_money_is_shown_with_all_its_places() {
    assertThat(Figures.exactly(new BigDecimal("999.999999999"))).isEqualTo("999.999999999");
    assertThat(Figures.exactly(BigDecimal.ZERO)).isEqualTo("0.000");
  }

  @Test
  void money_is_written_as_its_currency_is() {
    assertThat(Figures.money(Money.of("75", "USD"))).isEqualTo("$75.00");
    assertThat(Figures.money(Money.of("-0.5", "EUR"))).isEqualTo("-€0.50");
    assertThat(Figures.money(Money.of("75.000123", "USD"))).isEqualTo("$75.000123");
  }

  @Test
  void a_share_of_nothing_is_nothing() {
    assertThat(Figures.percent(BigDecimal.ZERO, BigDecimal.ZERO)).isZero();
    assertThat(Figures.percent(new BigDecimal("702.9"), new BigDecimal("812.4"))).isEqualTo(87);
  }
}
