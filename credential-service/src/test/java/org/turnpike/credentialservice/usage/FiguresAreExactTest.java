package org.turnpike.credentialservice.usage;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigDecimal;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.turnpike.shared.Money;

class FiguresAreExactTest {
  @ParameterizedTest
  @CsvSource({
    "0, 0",
    "0.000, 0",
    "1000, 1000",
    "1E+3, 1000",
    "1000.2000, 1000.2",
    "999.999999999, 999.999999999",
    "0.000000001, 0.000000001",
    "123456789012345678.123456789, 123456789012345678.123456789",
  })
  void gigabytes_are_plain_with_every_digit(String figure, String text) {
    assertThat(Figures.plain(new BigDecimal(figure))).isEqualTo(text);
  }

  @ParameterizedTest
  @CsvSource({
    "75, USD, 75.00",
    "0, USD, 0.00",
    "0.010000, USD, 0.01",
    "0.050000, USD, 0.05",
    "0.0125, USD, 0.0125",
    "1E+3, USD, 1000.00",
    "500, JPY, 500",
  })
  void money_has_the_minor_digits_of_its_currency_and_more_where_it_needs_them(
      String amount, String currency, String text) {
    assertThat(Figures.amount(Money.of(amount, currency))).isEqualTo(text);
  }
}
