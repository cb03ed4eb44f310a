package org.turnpike.systemtests.media;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;

/**
 * What may happen to a relay in a call, and the call goes on: the sample meeting in Chromium, over
 * coturn, with what Turnpike hands out.
 */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class CallsSurviveIT {
  private static final Duration A_WHILE = Duration.ofSeconds(10);

  private RelayedCompany company;
  private MeetingBackend meeting;
  private int rooms;

  @BeforeAll
  void found_a_company() throws IOException {
    company = RelayedCompany.founded("Calls", Map.of("defaultTtl", 3600));
    meeting = company.meeting();
  }

  @AfterAll
  void close() {
    meeting.close();
    company.close();
  }

  /** Two who see each other over the relay alone. */
  private record Call(Participant anna, Participant ben) implements AutoCloseable {
    Call awaitVideo() {
      anna.awaitVideo();
      ben.awaitVideo();
      return this;
    }

    /** Waits until one of them has ICE begin anew; the other follows. */
    Call awaitRestart() {
      await("ICE to restart")
          .atMost(Participant.PATIENCE)
          .until(() -> anna.steps("restart") + ben.steps("restart") > 0);
      return this;
    }

    Call awaitRenewal() {
      await("another credential on both sides")
          .atMost(Participant.PATIENCE)
          .until(() -> anna.steps().contains("renewed") && ben.steps().contains("renewed"));
      return this;
    }

    @Override
    public void close() {
      anna.close();
      ben.close();
    }
  }

  private Call call() {
    String room = "room-" + ++rooms;
    Call call = new Call(Participant.at(meeting), Participant.at(meeting));
    try {
      call.anna().join("anna", room, true);
      call.ben().join("ben", room, true);
      return call.awaitVideo();
    } catch (RuntimeException | Error failed) {
      // Else its video would keep the machine busy until the last test.
      call.close();
      throw failed;
    }
  }

  @Test
  void both_sides_receive_video_over_the_relay() {
    try (Call call = call()) {
      assertThat(call.anna().relay()).startsWith("relay ");
      assertThat(call.ben().relay()).startsWith("relay ");
      call.anna().look("connected");
    }
  }

  @Test
  void an_expired_credential_at_joining_is_replaced() {
    JsonNode expired =
        company
            .tenant()
            .api("credentials")
            .post("/ice-servers", Map.of("ttl", 1, "customIdentifier", "carla"))
            .expect(201);
    await("its end")
        .atMost(A_WHILE)
        .until(() -> Instant.now().isAfter(Instant.parse(expired.get("expiresAt").asText())));
    // As the page of somebody whose clock is wrong takes it, or one that was kept too long.
    String kept = ((ObjectNode) expired).put("ttl", 600).toString();
    String room = "room-" + ++rooms;
    Participant anna = Participant.at(meeting);
    anna.answerOnce(kept);

    try (Call call =
        new Call(anna.join("anna", room, true), Participant.at(meeting).join("ben", room, true))
            .awaitVideo()) {
      assertThat(call.anna().steps()).contains("refused", "renewed");
      assertThat(call.ben().steps()).doesNotContain("refused");
    }
  }

  @Test
  void a_credential_that_the_relay_accepts_no_more_is_renewed_at_once() throws Exception {
    try (Call call = call()) {
      company.changeSecret();

      call.awaitRenewal().awaitVideo();

      assertThat(call.anna().steps()).contains("refused");
      assertThat(call.ben().steps()).contains("refused");
    }
  }

  @Test
  void a_relay_that_was_gone_is_found_again() throws Exception {
    try (Call call = call()) {
      String before = call.anna().relay();
      company.coturn().stop();
      await("the page to see it")
          .atMost(Participant.PATIENCE)
          .until(() -> !call.anna().state().equals("connected"));
      company.coturn().start();

      call.awaitRestart().awaitVideo();

      assertThat(call.anna().relay()).startsWith("relay ").isNotEqualTo(before);
    }
  }

  @Test
  void where_udp_is_closed_tcp_carries_it() throws Exception {
    company.coturn().stop();
    company.coturn().start("--no-udp");
    try (Call call = call()) {
      assertThat(call.anna().relay()).startsWith("relay tcp 127.0.0.1:");
      assertThat(call.ben().relay()).startsWith("relay tcp 127.0.0.1:");
    } finally {
      company.coturn().stop();
      company.coturn().start();
    }
  }

  @Test
  void a_network_that_was_away_is_taken_up_again() throws Exception {
    try (Call call = call()) {
      call.anna().offline(true);
      company.coturn().freeze();
      await("the page to see it")
          .atMost(Participant.PATIENCE)
          .until(() -> !call.anna().state().equals("connected"));
      company.coturn().thaw();
      call.anna().offline(false);

      call.awaitRestart().awaitVideo();
    }
  }
}
