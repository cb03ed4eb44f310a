package org.turnpike.systemtests.media;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.time.Duration;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.Test;

/** A call that lasts longer than its credentials. */
class OutlivingCredentialsIT {
  private static final Duration FOUR_LIVES = Duration.ofMinutes(6);
  private static final Duration LONGEST_PAUSE = Duration.ofSeconds(2);

  @Test
  void it_goes_on_over_a_new_allocation_each_time_and_video_never_stops() throws Exception {
    RelayedCompany company = RelayedCompany.founded("Long call", Map.of("defaultTtl", 90));
    try (company;
        MeetingBackend meeting = company.meeting();
        Participant anna = Participant.at(meeting).join("anna", "long", true);
        Participant ben = Participant.at(meeting).join("ben", "long", true)) {
      anna.awaitVideo();
      ben.awaitVideo();
      Set<String> annasRelays = new HashSet<>(Set.of(anna.relay()));

      await("three renewals on both sides")
          .atMost(FOUR_LIVES)
          .pollInterval(Duration.ofSeconds(1))
          .until(
              () -> {
                annasRelays.add(anna.relay());
                return anna.steps("renewed") >= 3 && ben.steps("renewed") >= 3;
              });
      anna.awaitVideo();
      ben.awaitVideo();
      await("the fourth allocation")
          .atMost(Participant.PATIENCE)
          .untilAsserted(
              () -> {
                annasRelays.add(anna.relay());
                assertThat(annasRelays).hasSizeGreaterThanOrEqualTo(4);
              });

      assertThat(anna.state()).isEqualTo("connected");
      assertThat(anna.longestPause()).isLessThan(LONGEST_PAUSE);
      assertThat(ben.longestPause()).isLessThan(LONGEST_PAUSE);
      anna.look("after-three-renewals");
    }
  }
}
