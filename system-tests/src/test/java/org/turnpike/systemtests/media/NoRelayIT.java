package org.turnpike.systemtests.media;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.util.Map;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Cloudflare is away, and there is nothing in reserve. */
class NoRelayIT {

  @ParameterizedTest
  @ValueSource(strings = {"refuse", "stun-only"})
  void that_there_is_stun_alone_is_said_and_so_is_a_relay_that_comes_back(String whenUnavailable)
      throws Exception {
    RelayedCompany company =
        RelayedCompany.founded(
            "No relay " + whenUnavailable, Map.of("whenUnavailable", whenUnavailable));
    try (company;
        MeetingBackend meeting = company.meeting()) {
      company.cloudflare().breaks("5xx", Map.of("target", "mint"));
      try (Participant anna = Participant.at(meeting).join("anna", "alone", true);
          Participant ben = Participant.at(meeting).join("ben", "alone", true)) {
        await("what is said")
            .atMost(Participant.PATIENCE)
            .until(() -> anna.steps("fallback") == 1 && ben.steps("fallback") == 1);
        assertThat(anna.warning()).contains("No relay can be had now");
        anna.look("without-relay-" + whenUnavailable);

        company.cloudflare().heal();

        anna.awaitVideo();
        ben.awaitVideo();
        assertThat(anna.steps()).contains("recovered");
        assertThat(anna.warning()).isEmpty();
      }
    }
  }
}
