package org.turnpike.cloudflare;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import com.sun.net.httpserver.HttpExchange;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.turnpike.shared.Rejected;
import org.turnpike.shared.TimeRange;
import org.turnpike.tenant.CloudflareAccount;
import org.turnpike.turnkey.SampleTurnKey;
import org.turnpike.turnkey.TurnKey;
import org.turnpike.usage.Confidence;
import org.turnpike.usage.RelayedVolume;
import org.turnpike.usage.UsageReading;

/** How sure Cloudflare is of a figure, where its dataset says it. */
class ConfidenceTest {
  private static final Instant NINE = Instant.parse("2026-11-22T09:00:00Z");
  private static final TimeRange HOUR = new TimeRange(NINE, NINE.plusSeconds(3600));
  private static final String SETTINGS =
      account(
          "\"settings\": {\"callsTurnUsageAdaptiveGroups\":"
              + " {\"notOlderThan\": 86400, \"maxDuration\": 86400, \"maxPageSize\": 100}}");
  private static final String ROW =
      """
      {"dimensions": {"datetimeFifteenMinutes": "2026-11-22T09:00:00Z"},
       "sum": {"egressBytes": 100, "ingressBytes": 10}%s}\
      """;

  private final TestClock clock = new TestClock();
  private final Client client = new Client(clock);
  private final CannedUpstream upstream = CannedUpstream.start();
  private final CloudflareAccount account = SampleAccount.usual().at(upstream.url());
  private final TurnKey key = SampleTurnKey.of(account, "key1", SimulatedCloudflare.KEY_SECRET);

  @AfterEach
  void stop() {
    client.close();
    upstream.close();
  }

  @ParameterizedTest
  @CsvSource({"400, unknown field confidence", "200, there is no confidence here"})
  void a_dataset_without_it_is_asked_for_it_once_as_long_as_its_settings_are_known(
      int status, String message) {
    refusesConfidence(status, message);

    assertThat(read()).extracting(UsageReading::confidence).containsExactly((Confidence) null);
    assertThat(read())
        .extracting(UsageReading::volume)
        .containsExactly(RelayedVolume.ofBytes(100, 10));
    assertThat(asked()).containsExactly("settings", "confidence", "plain", "plain");

    clock.pass(Duration.ofHours(1));
    read();
    assertThat(asked()).endsWith("settings", "confidence", "plain");
  }

  @Test
  void a_refusal_for_another_reason_is_not_asked_again() {
    answers(SETTINGS, asked -> new Canned(400, "{\"errors\": [{\"message\": \"too old\"}]}"));

    assertThat(catchThrowableOfType(Rejected.class, this::read))
        .hasMessageContaining("refuses our question");
    assertThat(asked()).containsExactly("settings", "confidence");
  }

  @Test
  void bounds_are_rounded_outwards_to_whole_bytes() {
    confidence("{\"lower\": -0.5, \"upper\": 1.234567e4, \"sampleSize\": 7}");

    assertThat(read())
        .extracting(UsageReading::confidence)
        .containsExactly(new Confidence(-1, 12_346, 7));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "{\"lower\": 1, \"upper\": 2}",
        "{\"lower\": null, \"upper\": 2, \"sampleSize\": 7}",
        "{\"lower\": \"1\", \"upper\": 2, \"sampleSize\": 7}",
        "{\"lower\": 1, \"upper\": 2, \"sampleSize\": 7.5}",
        "{\"lower\": 1, \"upper\": 1e30, \"sampleSize\": 7}",
        "{\"lower\": 1, \"upper\": 1e999999, \"sampleSize\": 7}",
        "{\"lower\": 1e-999999, \"upper\": 2, \"sampleSize\": 7}",
        "[]",
        "null"
      })
  void half_of_it_is_none_and_the_figure_stands(String interval) {
    confidence(interval);

    assertThat(read()).containsExactly(new UsageReading(NINE, RelayedVolume.ofBytes(100, 10)));
  }

  private List<UsageReading> read() {
    return client.usage.read(account, key, HOUR).get(0).readings();
  }

  private void refusesConfidence(int status, String message) {
    String refusal =
        "{\"data\": null, \"errors\": [{\"message\": \"%s\", \"extensions\": {\"code\": \"parse\"}}]}"
            .formatted(message);
    answers(
        SETTINGS,
        asked ->
            asked.contains("confidence")
                ? new Canned(status, refusal)
                : new Canned(200, rows(ROW.formatted(""))));
  }

  private void confidence(String interval) {
    String more = ", \"confidence\": {\"sum\": {\"egressBytes\": " + interval + "}}";
    answers(SETTINGS, asked -> new Canned(200, rows(ROW.formatted(more))));
  }

  /** An answer to come. */
  private record Canned(int status, String body) {}

  /** Answers a question by its text. */
  @FunctionalInterface
  private interface Answers {
    Canned to(String question);
  }

  private void answers(String settings, Answers others) {
    upstream.answers(
        exchange -> {
          String asked = upstream.received().get(upstream.received().size() - 1).body();
          Canned canned =
              asked.contains("TurnUsageSettings") ? new Canned(200, settings) : others.to(asked);
          send(exchange, canned);
        });
  }

  private static void send(HttpExchange exchange, Canned canned) throws IOException {
    byte[] bytes = canned.body().getBytes(StandardCharsets.UTF_8);
    exchange.sendResponseHeaders(canned.status(), bytes.length);
    exchange.getResponseBody().write(bytes);
  }

  private List<String> asked() {
    return upstream.received().stream()
        .map(CannedUpstream.Received::body)
        .map(
            body ->
                body.contains("TurnUsageSettings")
                    ? "settings"
                    : body.contains("confidence") ? "confidence" : "plain")
        .toList();
  }

  private static String rows(String row) {
    return account("\"callsTurnUsageAdaptiveGroups\": [" + row + "]");
  }

  private static String account(String fields) {
    return "{\"data\": {\"viewer\": {\"accounts\": [{" + fields + "}]}}, \"errors\": null}";
  }
}
