package org.turnpike.tenant;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.turnpike.world.Refusals.assertInvalid;

import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.Example;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import org.turnpike.shared.Rejected;

class TtlBoundsTest {
  @Property
  void who_asks_for_none_gets_a_life_within_the_bounds(@ForAll("bounds") TtlBounds bounds) {
    assertThat(bounds.check(null)).isEqualTo(bounds.usual());
    assertThat(bounds.clamp(null)).isEqualTo(bounds.usual());
    assertThat(bounds.usual()).isBetween(bounds.least(), bounds.most());
  }

  @Property
  void a_life_within_the_bounds_is_given_as_asked_for_and_another_is_refused(
      @ForAll("bounds") TtlBounds bounds, @ForAll("lives") int asked) {
    if (bounds.least() <= asked && asked <= bounds.most()) {
      assertThat(bounds.check(asked)).isEqualTo(asked);
      assertThat(bounds.clamp(asked)).isEqualTo(asked);
    } else {
      assertInvalid("ttl", () -> bounds.check(asked));
      assertThat(bounds.clamp(asked)).isIn(bounds.least(), bounds.most());
    }
  }

  @Property
  void no_allowed_life_is_nearer_than_the_clamped_one(
      @ForAll("bounds") TtlBounds bounds, @ForAll("lives") int asked, @ForAll("lives") int other) {
    long distance = Math.abs((long) bounds.clamp(asked) - asked);
    assertThat(Math.abs((long) bounds.clamp(other) - asked)).isGreaterThanOrEqualTo(distance);
  }

  @Property
  void what_an_api_key_may_ask_for_its_tenant_allows_and_it_does_itself(
      @ForAll("bounds") TtlBounds tenant,
      @ForAll("seconds") Integer key,
      @ForAll("lives") int ttl) {
    TtlBounds both = tenant.within(key);
    boolean byKey = key == null || ttl <= key;
    boolean byTenant = tenant.least() <= ttl && ttl <= tenant.most();
    if (key == null || key >= tenant.least()) {
      assertThat(both.least() <= ttl && ttl <= both.most()).isEqualTo(byKey && byTenant);
    } else {
      assertThat(both.least()).isEqualTo(key);
      assertThat(both.most()).isEqualTo(key);
    }
    assertThat(both.usual()).isLessThanOrEqualTo(tenant.usual());
  }

  @Example
  void cloudflare_s_own_bounds_are_1_s_and_48_h_and_the_usual_life_is_a_day() {
    assertThat(TtlBounds.ANY.least()).isEqualTo(1);
    assertThat(TtlBounds.ANY.most()).isEqualTo(172_800);
    assertThat(TtlBounds.ANY.usual()).isEqualTo(86_400);
    assertThat(new TtlBounds(null, 3_600, null).usual()).isEqualTo(3_600);
    assertThat(new TtlBounds(100_000, null, null).usual()).isEqualTo(100_000);
  }

  @Example
  void a_refusal_tells_the_bounds() {
    TtlBounds bounds = new TtlBounds(600, 7_200, 3_600);
    assertThatThrownBy(() -> bounds.within(3_600).check(3_601))
        .isInstanceOf(Rejected.class)
        .hasMessage("ttl must be between 600 and 3600 seconds.");
  }

  @Example
  void an_api_key_cannot_be_bound_to_less_than_its_tenant_s_least() {
    TtlBounds bounds = new TtlBounds(600, 7_200, null);
    assertInvalid("maxTtl", () -> bounds.checkMostOfKey(599));
    bounds.checkMostOfKey(600);
    bounds.checkMostOfKey(172_800);
    bounds.checkMostOfKey(null);
  }

  @Provide
  Arbitrary<TtlBounds> bounds() {
    return Combinators.combine(seconds(), seconds(), seconds())
        .filter((min, max, usual) -> min == null || max == null || min <= max)
        .as(
            (min, max, usual) ->
                new TtlBounds(
                    min,
                    max,
                    usual == null
                        ? null
                        : Integer.valueOf(new TtlBounds(min, max, null).clamp(usual))));
  }

  @Provide
  Arbitrary<Integer> seconds() {
    return Arbitraries.integers().between(1, TtlBounds.MOST).injectNull(0.3);
  }

  @Provide
  Arbitrary<Integer> lives() {
    return Arbitraries.oneOf(
        Arbitraries.integers(), Arbitraries.integers().between(-2, TtlBounds.MOST + 2));
  }
}
