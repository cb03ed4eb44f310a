package org.turnpike.billing;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.turnpike.shared.DataVolume;
import org.turnpike.shared.Money;
import org.turnpike.world.PortContract;

public abstract class RatePlansContract extends PortContract {
  @Test
  void the_standard_plan_is_cloudflare_s_list_price() {
    RatePlan standard = call(() -> ports.plans().find("standard").orElseThrow());
    assertThat(standard.unitPrice().amount()).isEqualByComparingTo("0.05");
    assertThat(standard.unitPrice().currency().getCurrencyCode()).isEqualTo("USD");
    assertThat(standard.freeGigabytes()).isEqualByComparingTo("1000");
    assertThat(standard.bytesPerGigabyte()).isEqualTo(1_000_000_000L);
    assertThat(Rating.rate(DataVolume.ofBytes(2_500_000_000_000L), standard).amount().rounded())
        .isEqualTo(Money.of("75.00", "USD"));
  }

  @Test
  void a_plan_is_known_by_its_code() {
    assertThat(call(() -> ports.plans().contains("standard"))).isTrue();
    assertThat(call(() -> ports.plans().contains("gold"))).isFalse();
    assertThat(call(() -> ports.plans().contains("stand\u0000ard"))).isFalse();
    assertThat(call(() -> ports.plans().find("gold"))).isEmpty();
    assertThat(call(ports.plans()::all)).extracting(RatePlan::code).containsExactly("standard");
  }
}
