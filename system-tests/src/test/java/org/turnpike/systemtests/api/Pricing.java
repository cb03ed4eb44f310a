package org.turnpike.systemtests.api;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.math.BigDecimal;
import java.math.RoundingMode;

/** The price of the standard plan, worked out once more from the bytes alone. */
final class Pricing {
  private static final BigDecimal FREE_GIGABYTES = new BigDecimal("1000");
  private static final BigDecimal UNIT_PRICE = new BigDecimal("0.05");

  private Pricing() {}

  /** The statement's every figure follows from its bytes. */
  static void assertFollowsFromBytes(JsonNode statement) {
    BigDecimal gigabytes = BigDecimal.valueOf(statement.get("egressBytes").asLong(), 9);
    BigDecimal free = gigabytes.min(FREE_GIGABYTES);
    BigDecimal billable = gigabytes.subtract(free);
    assertThat(decimal(statement, "gigabytes")).isEqualByComparingTo(gigabytes);
    assertThat(decimal(statement, "freeGigabytes")).isEqualByComparingTo(free);
    assertThat(decimal(statement, "billableGigabytes")).isEqualByComparingTo(billable);
    assertThat(statement.at("/unitPrice/amount").asText()).isEqualTo("0.05");
    assertThat(statement.at("/amount/currency").asText()).isEqualTo("USD");
    assertThat(statement.at("/amount/amount").asText()).isEqualTo(amount(billable).toPlainString());
  }

  private static BigDecimal amount(BigDecimal billable) {
    return billable.multiply(UNIT_PRICE).setScale(2, RoundingMode.HALF_UP);
  }

  private static BigDecimal decimal(JsonNode statement, String field) {
    assertThat(statement.get(field).isTextual()).as("%s is a text, no float", field).isTrue();
    return new BigDecimal(statement.get(field).asText());
  }
}
