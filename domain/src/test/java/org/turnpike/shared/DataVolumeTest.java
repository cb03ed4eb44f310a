package org.turnpike.shared;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import net.jqwik.api.Example;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.LongRange;

class DataVolumeTest {
  @Property
  void differences_are_exact(
      @ForAll @LongRange(min = 0) long bytes, @ForAll @LongRange(min = 0) long others) {
    DataVolume some = DataVolume.ofBytes(bytes);
    DataVolume other = DataVolume.ofBytes(others);
    assertThat(some.minus(other).plus(other)).isEqualTo(some);
    assertThat(some.minus(other).isNegative()).isEqualTo(bytes < others);
    assertThat(some.compareTo(other)).isEqualTo(Long.compare(bytes, others));
  }

  @Property
  void the_lower_of_volume_and_limit_is_kept(@ForAll long bytes, @ForAll long limit) {
    assertThat(DataVolume.ofBytes(bytes).atMost(DataVolume.ofBytes(limit)).bytes())
        .isEqualTo(Math.min(bytes, limit));
  }

  @Property
  void gigabytes_shift_the_point_by_nine_digits(@ForAll long bytes) {
    assertThat(DataVolume.ofBytes(bytes).gigabytes().movePointRight(9).longValueExact())
        .isEqualTo(bytes);
  }

  @Example
  void a_sum_beyond_what_can_be_counted_is_refused_not_wrapped() {
    DataVolume most = DataVolume.ofBytes(Long.MAX_VALUE);
    DataVolume one = DataVolume.ofBytes(1);
    assertThatThrownBy(() -> most.plus(one)).isInstanceOf(ArithmeticException.class);
    assertThatThrownBy(() -> DataVolume.ofBytes(Long.MIN_VALUE).minus(one))
        .isInstanceOf(ArithmeticException.class);
  }
}
