package org.turnpike.console.quality;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigDecimal;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.turnpike.quality.AllocationLimit;
import org.turnpike.quality.CallPath;
import org.turnpike.quality.CallTransport;
import org.turnpike.quality.Country;
import org.turnpike.quality.Route;

class QualityWordsTest {
  private final QualityWords words = new QualityWords();

  @Test
  void a_loss_too_small_for_two_places_is_not_written_as_none() {
    assertThat(percent("0.011900")).isEqualTo("1.19");
    assertThat(percent("0.000050")).isEqualTo("< 0.01");
    assertThat(percent("0.000000")).isEqualTo("0.00");
    assertThat(words.percent(Optional.empty())).isEqualTo("–");
  }

  @Test
  void a_round_trip_is_whole_milliseconds_and_never_none() {
    assertThat(words.ms(new BigDecimal("44.5"))).isEqualTo("45");
    assertThat(words.ms(new BigDecimal("0.4"))).isEqualTo("< 1");
    assertThat(words.ms(new BigDecimal("1200"))).isEqualTo("1,200");
    assertThat(words.ms(null)).isEqualTo("–");
  }

  @Test
  void a_bitrate_is_kilobits_a_second() {
    assertThat(words.kbits(Optional.of(1_234_567L))).isEqualTo("1,235");
    assertThat(words.kbits(Optional.empty())).isEqualTo("–");
  }

  @Test
  void a_way_a_country_and_a_limit_have_names() {
    assertThat(words.path(new CallPath(Route.RELAYED, CallTransport.TLS)))
        .isEqualTo("Relayed, TLS");
    assertThat(words.path(new CallPath(Route.DIRECT, null))).isEqualTo("Direct");
    assertThat(words.country(new Country("DE"))).isEqualTo("Germany");
    assertThat(words.country(Country.UNKNOWN)).isEqualTo("Not told");
    assertThat(words.most(AllocationLimit.THROUGHPUT)).isEqualTo("50 Mbit/s");
    assertThat(words.most(AllocationLimit.PACKETS)).isEqualTo("5,000 a second");
  }

  private String percent(String ratio) {
    return words.percent(Optional.of(new BigDecimal(ratio)));
  }
}
