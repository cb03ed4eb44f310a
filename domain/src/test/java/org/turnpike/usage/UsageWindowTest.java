package org.turnpike.usage;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Instant;
import net.jqwik.api.Example;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.LongRange;
import org.turnpike.shared.Rejected;

class UsageWindowTest {
  @Property
  void every_instant_lies_in_the_window_at_its_floor(
      @ForAll @LongRange(min = -4_000_000_000L, max = 4_000_000_000L) long second) {
    Instant instant = Instant.ofEpochSecond(second, 1);
    Instant floor = UsageWindow.floor(instant);
    assertThat(floor).isBefore(instant).isAfter(instant.minus(UsageWindow.LENGTH));
    assertThat(UsageWindow.ceiling(instant)).isEqualTo(floor.plus(UsageWindow.LENGTH));
    assertThat(UsageWindow.floor(floor)).isEqualTo(floor).isEqualTo(UsageWindow.ceiling(floor));
    assertThat(floor.getEpochSecond() % 900).isZero();
  }

  @Example
  void a_reading_names_a_window_and_is_never_negative() {
    Instant noon = Instant.parse("2026-11-22T12:00:00Z");
    RelayedVolume some = RelayedVolume.ofBytes(1, 1);
    assertThat(new UsageReading(noon, some).window()).isEqualTo(noon);
    assertThatThrownBy(() -> new UsageReading(noon.plusSeconds(300), some))
        .isInstanceOf(Rejected.class);
    assertThatThrownBy(() -> new UsageReading(noon, RelayedVolume.ofBytes(-1, 0)))
        .isInstanceOf(Rejected.class);
    assertThatThrownBy(() -> new UsageReading(noon, RelayedVolume.ofBytes(0, -1)))
        .isInstanceOf(Rejected.class);
  }
}
