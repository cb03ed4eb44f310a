package org.turnpike.credentialservice.rules;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.time.Duration;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.turnpike.shared.Rejected;
import org.turnpike.shared.TooManyRequests;
import org.turnpike.shared.Unavailable;

class FailuresAreProblemsTest {
  @ParameterizedTest
  @CsvSource({
    "MALFORMED, 400, malformed",
    "UNAUTHENTICATED, 401, unauthenticated",
    "FORBIDDEN, 403, forbidden",
    "NOT_FOUND, 404, not-found",
    "CONFLICT, 409, conflict",
    "TOO_LARGE, 413, too-large",
    "UNSUPPORTED_MEDIA_TYPE, 415, unsupported-media-type",
    "INVALID, 422, invalid",
  })
  void each_reason_has_a_status_and_a_type(Rejected.Reason reason, int status, String type) {
    Problem problem = Failure.of(new Rejected(reason, "Because.")).problem();

    assertThat(problem.status()).isEqualTo(status);
    assertThat(problem.type()).isEqualTo("urn:turnpike:problem:" + type);
    assertThat(problem.detail()).isEqualTo("Because.");
    assertThat(problem.title()).isNotBlank();
  }

  @Test
  void wrong_fields_are_listed() throws IOException {
    JsonNode json = json(Rejected.invalid("ttl", "ttl is too long."));

    assertThat(json.at("/errors/0/field").asText()).isEqualTo("ttl");
    assertThat(json.at("/errors/0/message").asText()).isEqualTo("ttl is too long.");
  }

  @Test
  void what_there_is_not_to_say_is_left_out() throws IOException {
    JsonNode json = json(Rejected.notFound("tenant"));

    assertThat(json.fieldNames())
        .toIterable()
        .containsExactlyInAnyOrder("type", "title", "status", "detail");
  }

  @Test
  void who_has_no_key_is_told_how_to_show_one() {
    Failure failure = Failure.of(new Rejected(Rejected.Reason.UNAUTHENTICATED, "No."));

    assertThat(failure.headers()).containsEntry("WWW-Authenticate", "Bearer realm=\"turnpike\"");
  }

  @ParameterizedTest
  @CsvSource({"PT0S, 1", "PT0.2S, 1", "PT1S, 1", "PT1.001S, 2", "PT1.000000001S, 2", "PT5M, 300"})
  void what_is_away_is_worth_another_try_a_whole_number_of_seconds_later(
      Duration after, String seconds) {
    Failure failure = Failure.of(new Unavailable("Cloudflare is away.", after));

    assertThat(failure.problem().status()).isEqualTo(503);
    assertThat(failure.headers()).containsEntry("Retry-After", seconds);
  }

  @Test
  void who_tries_too_often_waits() {
    Failure failure = Failure.of(new TooManyRequests("Slowly.", Duration.ofSeconds(8)));

    assertThat(failure.problem().status()).isEqualTo(429);
    assertThat(failure.headers()).containsEntry("Retry-After", "8");
  }

  @Test
  void our_own_mistakes_tell_nothing_but_where_to_look() throws IOException {
    JsonNode json = json(new IllegalStateException("password=hunter2"));

    assertThat(json.path("status").asInt()).isEqualTo(500);
    assertThat(json.path("instance").asText()).startsWith("urn:uuid:");
    assertThat(json.toString()).doesNotContain("hunter2", "IllegalState");
  }

  @ParameterizedTest
  @CsvSource({"404, not-found", "405, method-not-allowed", "418, malformed", "502, internal"})
  void a_status_of_the_containers_own_is_a_problem_too(int status, String type) {
    assertThat(Failure.of(status).problem().type()).isEqualTo("urn:turnpike:problem:" + type);
  }

  private static JsonNode json(Throwable thrown) throws IOException {
    return new ObjectMapper().readTree(Json.write(Failure.of(thrown).problem()));
  }
}
