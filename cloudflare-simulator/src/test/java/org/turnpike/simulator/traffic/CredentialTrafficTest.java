package org.turnpike.simulator.traffic;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

class CredentialTrafficTest {

  private static final Instant ISSUED = Instant.parse("2026-11-20T10:01:00Z");

  @Test
  void most_credentials_are_used_and_some_are_not() {
    long used = 0;
    for (int i = 0; i < 1000; i++) {
      used += flows("user-" + i, ISSUED.plusSeconds(86_400)).isEmpty() ? 0 : 1;
    }
    assertThat(used).isBetween(650L, 750L);
  }

  @Test
  void a_call_begins_after_minting_and_lasts_an_hour_at_most() {
    for (int i = 0; i < 100; i++) {
      for (Flow flow : flows("user-" + i, ISSUED.plusSeconds(86_400))) {
        assertThat(FiveMinutes.start(flow.bucket()))
            .isBetween(ISSUED.minusSeconds(299), ISSUED.plusSeconds(3720));
      }
    }
  }

  @Test
  void nothing_flows_after_expiry_or_revocation() {
    for (int i = 0; i < 100; i++) {
      assertThat(flows("user-" + i, ISSUED)).isEmpty();
      long whole = egress("user-" + i, ISSUED.plusSeconds(86_400));
      long cut = egress("user-" + i, ISSUED.plusSeconds(200));
      assertThat(cut).isLessThanOrEqualTo(whole).isLessThanOrEqualTo(200 * 300_000L);
    }
  }

  private static long egress(String username, Instant end) {
    return flows(username, end).stream().mapToLong(Flow::egressBytes).sum();
  }

  private static List<Flow> flows(String username, Instant end) {
    List<Flow> flows = new ArrayList<>();
    new CredentialTraffic(7)
        .flows(
            "key",
            new CredentialUse(username, "bob", ISSUED, end),
            FiveMinutes.holding(ISSUED.minusSeconds(86_400)),
            FiveMinutes.holding(ISSUED.plusSeconds(2 * 86_400)),
            flows::add);
    return flows;
  }
}
