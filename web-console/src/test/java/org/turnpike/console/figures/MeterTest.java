package org.turnpike.console.figures;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigDecimal;
import org.junit.jupiter.api.Test;

class MeterTest {
  private static final BigDecimal FREE = BigDecimal.valueOf(1000);

  @Test
  void the_scale_has_room_for_the_forecast() {
    Meter meter = new Meter(new BigDecimal("812.4"), FREE, heading(1060, 1118, 1190));

    assertThat(meter.endLabel()).isEqualTo("1,300");
    assertThat(meter.used()).isEqualByComparingTo("62.5");
    assertThat(meter.free()).isEqualByComparingTo("76.9");
    assertThat(meter.low()).isEqualByComparingTo("81.5");
    assertThat(meter.expected()).isEqualByComparingTo("86.0");
    assertThat(meter.band()).isEqualByComparingTo("10.0");
  }

  @Test
  void nothing_passes_the_end_of_the_scale_however_much_was_used() {
    Meter meter = new Meter(BigDecimal.valueOf(250_000), FREE, null);

    assertThat(meter.used()).isLessThan(BigDecimal.valueOf(100));
    assertThat(meter.freeSide()).isEqualTo("early");
  }

  @Test
  void unused_and_without_free_gigabytes_it_still_draws() {
    Meter meter = new Meter(BigDecimal.ZERO, BigDecimal.ZERO, null);

    assertThat(meter.used()).isZero();
    assertThat(meter.endLabel()).isEqualTo("100");
  }

  @Test
  void it_is_told_in_a_sentence() {
    assertThat(new Meter(new BigDecimal("812.44"), FREE, heading(1060, 1118, 1190)).spoken())
        .isEqualTo("812.4 GB used, 1,000 GB free; forecast 1,118 GB, between 1,060 and 1,190");
    assertThat(new Meter(BigDecimal.ZERO, FREE, null).spoken())
        .isEqualTo("0.0 GB used, 1,000 GB free");
  }

  private static Meter.Heading heading(long low, long expected, long high) {
    return new Meter.Heading(
        BigDecimal.valueOf(low), BigDecimal.valueOf(expected), BigDecimal.valueOf(high));
  }
}
