package org.turnpike.billing;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.math.BigDecimal;
import net.jqwik.api.Example;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.LongRange;
import org.turnpike.shared.DataVolume;
import org.turnpike.shared.Money;

class RatingTest {
  private static final long DECIMAL = 1_000_000_000L;
  private static final long BINARY = 1_073_741_824L;
  private static final long MOST_BYTES = 1_000_000_000_000_000_000L;
  private static final RatePlan STANDARD = plan("0.05", "1000", DECIMAL);

  @Example
  void just_under_the_free_gigabytes_costs_nothing() {
    assertThat(price(999_999_999_999L)).isEqualTo(Money.of("0.00", "USD"));
  }

  @Example
  void exactly_the_free_gigabytes_cost_nothing() {
    assertThat(price(1_000 * DECIMAL)).isEqualTo(Money.of("0.00", "USD"));
  }

  @Example
  void a_fifth_of_a_gigabyte_above_costs_one_cent() {
    assertThat(price(1_000_200_000_000L)).isEqualTo(Money.of("0.01", "USD"));
  }

  @Example
  void two_and_a_half_thousand_gigabytes_cost_75_dollars() {
    assertThat(price(2_500 * DECIMAL)).isEqualTo(Money.of("75.00", "USD"));
  }

  @Example
  void half_a_cent_rounds_up_and_less_rounds_down() {
    assertThat(price(1_000_100_000_000L)).isEqualTo(Money.of("0.01", "USD"));
    assertThat(price(1_000_099_999_999L)).isEqualTo(Money.of("0.00", "USD"));
  }

  @Example
  void a_binary_gigabyte_is_divided_exactly() {
    Charge charge = Rating.rate(DataVolume.ofBytes(1), plan("0.05", "0", BINARY));
    assertThat(charge.gigabytes().multiply(BigDecimal.valueOf(BINARY))).isEqualByComparingTo("1");
    assertThat(charge.amount().amount())
        .isEqualByComparingTo(charge.gigabytes().multiply(new BigDecimal("0.05")));
  }

  @Example
  void the_free_gigabytes_of_a_binary_plan_are_binary() {
    RatePlan binary = plan("0.05", "1000", BINARY);
    assertThat(Rating.rate(DataVolume.ofBytes(1_000 * BINARY), binary).amount().amount())
        .isEqualByComparingTo("0");
    assertThat(Rating.rate(DataVolume.ofBytes(1_001 * BINARY), binary).amount().amount())
        .isEqualByComparingTo("0.05");
  }

  @Example
  void a_divisor_whose_quotients_never_end_makes_no_plan() {
    assertThatThrownBy(() -> plan("0.05", "1000", 3)).isInstanceOf(IllegalArgumentException.class);
  }

  @Example
  void neither_price_nor_free_gigabytes_are_negative() {
    assertThatThrownBy(() -> plan("-0.01", "1000", DECIMAL))
        .isInstanceOf(IllegalArgumentException.class);
    assertThatThrownBy(() -> plan("0.05", "-1", DECIMAL))
        .isInstanceOf(IllegalArgumentException.class);
  }

  @Property
  void free_and_billable_add_up_to_the_gigabytes(
      @ForAll @LongRange(min = 0, max = MOST_BYTES) long bytes, @ForAll boolean binary) {
    Charge charge =
        Rating.rate(DataVolume.ofBytes(bytes), plan("0.05", "1000", binary ? BINARY : DECIMAL));
    assertThat(charge.freeGigabytes().add(charge.billableGigabytes()))
        .isEqualByComparingTo(charge.gigabytes());
    assertThat(charge.freeGigabytes()).isBetween(BigDecimal.ZERO, new BigDecimal("1000"));
    assertThat(charge.billableGigabytes()).isGreaterThanOrEqualTo(BigDecimal.ZERO);
  }

  @Property
  void more_bytes_never_cost_less(
      @ForAll @LongRange(min = 0, max = MOST_BYTES) long bytes,
      @ForAll @LongRange(min = 0, max = MOST_BYTES) long more) {
    BigDecimal less = Rating.rate(DataVolume.ofBytes(bytes), STANDARD).amount().amount();
    BigDecimal after = Rating.rate(DataVolume.ofBytes(bytes + more), STANDARD).amount().amount();
    assertThat(after).isGreaterThanOrEqualTo(less);
    assertThat(price(bytes + more).amount()).isGreaterThanOrEqualTo(price(bytes).amount());
  }

  @Property
  void each_billable_byte_costs_the_same(
      @ForAll @LongRange(min = 1_000_000_000_000L, max = MOST_BYTES) long bytes) {
    Money before = Rating.rate(DataVolume.ofBytes(bytes), STANDARD).amount();
    Money after = Rating.rate(DataVolume.ofBytes(bytes + 1), STANDARD).amount();
    assertThat(after.minus(before).amount()).isEqualByComparingTo("0.00000000005");
  }

  private static Money price(long bytes) {
    return Rating.rate(DataVolume.ofBytes(bytes), STANDARD).amount().rounded();
  }

  private static RatePlan plan(String price, String free, long bytesPerGigabyte) {
    return new RatePlan(
        "plan", "Plan", Money.of(price, "USD"), new BigDecimal(free), bytesPerGigabyte);
  }
}
