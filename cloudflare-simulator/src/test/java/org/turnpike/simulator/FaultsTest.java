package org.turnpike.simulator;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.http.HttpResponse;
import java.net.http.HttpTimeoutException;
import java.time.Duration;
import java.util.concurrent.CompletableFuture;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

class FaultsTest extends SimulatorTest {

  private static final String FAULTS = "/control/faults";
  private static final String OTHER = "22222222222222222222222222222222";

  @BeforeEach
  void plant() throws IOException {
    plantKey(PLANTED, 0);
    plantKey(OTHER, 0);
  }

  @Test
  void latency_delays_the_right_answer() throws IOException {
    fault("{'kind': 'latency', 'target': 'mint', 'millis': 150}");

    long start = System.nanoTime();
    assertThat(mint().statusCode()).isEqualTo(201);

    assertThat(Duration.ofNanos(System.nanoTime() - start)).isGreaterThan(Duration.ofMillis(149));
  }

  @Test
  @Timeout(20)
  void a_late_answer_is_to_a_call_that_has_had_its_effect() throws IOException {
    fault("{'kind': 'lateAnswer', 'target': 'mint', 'millis': 2000}");

    CompletableFuture<Integer> answer = CompletableFuture.supplyAsync(this::statusOfMinting);
    while (minted() == 0) {
      Thread.onSpinWait();
    }

    assertThat(answer).isNotDone();
    assertThat(answer.join()).isEqualTo(201);
  }

  @Test
  void too_many_requests_carries_retry_after_as_given() throws IOException {
    fault("{'kind': '429', 'target': 'keys', 'retryAfter': 7, 'count': 1}");
    fault("{'kind': '429', 'target': 'keys', 'retryAfter': 'Sun, 22 Nov 2026 14:05:00 GMT'}");

    assertThat(admin.get(KEYS).headers().firstValue("retry-after")).hasValue("7");
    HttpResponse<String> second = admin.get(KEYS);
    assertThat(second.statusCode()).isEqualTo(429);
    assertThat(second.headers().firstValue("retry-after"))
        .hasValue("Sun, 22 Nov 2026 14:05:00 GMT");
    assertThat(mint().statusCode()).isEqualTo(201);
  }

  @Test
  void a_server_error_is_an_html_page_and_ends_with_its_count() throws IOException {
    fault("{'kind': '5xx', 'status': 502, 'count': 2}");

    assertThat(mint().statusCode()).isEqualTo(502);
    assertThat(admin.get(KEYS).body()).startsWith("<html>");
    assertThat(mint().statusCode()).isEqualTo(201);
  }

  @Test
  void a_hang_says_nothing() throws IOException {
    fault("{'kind': 'hang', 'target': 'mint'}");

    assertThatThrownBy(
            () ->
                anybody.send(
                    anybody
                        .request("POST", mintPath(PLANTED), "{}")
                        .timeout(Duration.ofMillis(200))
                        .build()))
        .isInstanceOf(HttpTimeoutException.class);
  }

  @Test
  void a_hang_ends_by_closing_the_connection() throws IOException {
    fault("{'kind': 'hang', 'target': 'mint', 'millis': 20}");

    assertThatThrownBy(this::mint).isInstanceOf(IOException.class);
  }

  @Test
  void a_trickle_is_the_right_answer_byte_by_byte() throws IOException {
    fault("{'kind': 'trickle', 'target': 'keys', 'millis': 1}");

    long start = System.nanoTime();
    HttpResponse<String> reply = admin.get(KEYS);

    assertThat(Caller.json(reply).path("result")).hasSize(2);
    assertThat(Duration.ofNanos(System.nanoTime() - start))
        .isGreaterThan(Duration.ofMillis(reply.body().length()));
  }

  @Test
  void a_truncated_reply_ends_before_its_length() throws IOException {
    fault("{'kind': 'truncated', 'target': 'mint'}");

    assertThatThrownBy(this::mint).isInstanceOf(IOException.class);
    // The call has happened all the same.
    assertThat(
            Caller.json(anybody.get("/control/credentials?keyId=" + PLANTED)).path("credentials"))
        .hasSize(1);
  }

  @Test
  void rubbish_comes_with_a_success_status() throws IOException {
    fault("{'kind': 'rubbish', 'target': 'mint', 'variant': 'truncatedJson', 'count': 1}");
    fault("{'kind': 'rubbish', 'target': 'mint', 'variant': 'huge', 'count': 1}");
    fault("{'kind': 'rubbish', 'target': 'mint', 'variant': 'wrongTypes', 'count': 1}");
    fault("{'kind': 'rubbish', 'target': 'mint', 'variant': 'noCredential', 'count': 1}");
    fault("{'kind': 'rubbish', 'target': 'mint', 'variant': 'html', 'count': 1}");

    HttpResponse<String> cut = mint();
    assertThat(cut.statusCode()).isEqualTo(201);
    assertThat(cut.body()).startsWith("{\"iceServers\":").doesNotEndWith("}");
    assertThat(mint().body().length()).isGreaterThan(2_000_000);
    assertThat(Caller.json(mint()).path("iceServers").isNumber()).isTrue();
    JsonNode server = Caller.json(mint()).at("/iceServers/0");
    assertThat(server.has("username")).isTrue();
    assertThat(server.has("credential")).isFalse();
    assertThat(mint().body()).startsWith("<html>");
    assertThat(Caller.json(mint()).at("/iceServers/1/credential").isTextual()).isTrue();
  }

  @Test
  void graphql_errors_hide_inside_a_200() throws IOException {
    fault("{'kind': 'graphqlErrors', 'target': 'graphql'}");

    HttpResponse<String> reply = admin.query("{ viewer { __typename } }");

    assertThat(reply.statusCode()).isEqualTo(200);
    assertThat(Caller.json(reply).path("data").isNull()).isTrue();
    assertThat(Caller.json(reply).path("errors")).hasSize(1);
  }

  @Test
  void a_fault_strikes_only_its_key_or_account() throws IOException {
    fault("{'kind': '5xx', 'keyId': '" + OTHER + "'}");
    assertThat(mint().statusCode()).isEqualTo(201);
    assertThat(anybody.bearer(SECRET).post(mintPath(OTHER), "{}").statusCode()).isEqualTo(503);
    assertThat(admin.get(KEYS + "/" + OTHER).statusCode()).isEqualTo(503);

    assertThat(anybody.delete(FAULTS).statusCode()).isEqualTo(204);
    fault("{'kind': '5xx', 'accountId': 'another'}");
    assertThat(mint().statusCode()).isEqualTo(201);
    fault("{'kind': '5xx', 'accountId': '" + ACCOUNT + "'}");
    assertThat(mint().statusCode()).isEqualTo(503);
    assertThat(admin.get(KEYS).statusCode()).isEqualTo(503);
  }

  @Test
  void faults_are_listed_and_cleared() throws IOException {
    fault("{'kind': '5xx', 'target': 'revoke', 'count': 3}");

    JsonNode listed = Caller.json(anybody.get(FAULTS)).path("faults");
    assertThat(listed).hasSize(1);
    assertThat(listed.at("/0/fault/kind").textValue()).isEqualTo("5xx");
    assertThat(listed.at("/0/remaining").intValue()).isEqualTo(3);
    anybody.delete(FAULTS);
    assertThat(Caller.json(anybody.get(FAULTS)).path("faults")).isEmpty();
  }

  @Test
  void a_fault_that_makes_no_sense_is_refused() throws IOException {
    for (String body :
        new String[] {"{}", "{'kind': 'flood'}", "{'kind': 'restate'}", "{'kind': 'late'}", "x"}) {
      HttpResponse<String> reply = anybody.post(FAULTS, body.replace('\'', '"'));
      assertThat(reply.statusCode()).as(body).isEqualTo(400);
    }
  }

  private void fault(String body) throws IOException {
    control(FAULTS, body.replace('\'', '"'));
  }

  private HttpResponse<String> mint() throws IOException {
    return anybody.bearer(SECRET).post(mintPath(PLANTED), "{}");
  }

  private int statusOfMinting() {
    try {
      return mint().statusCode();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private int minted() throws IOException {
    return Caller.json(anybody.get("/control/credentials?keyId=" + PLANTED))
        .get("credentials")
        .size();
  }
}
