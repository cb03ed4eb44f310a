package org.turnpike.cloudflare;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import java.time.Duration;
import java.time.Instant;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.turnpike.shared.Rejected;
import org.turnpike.shared.TimeRange;
import org.turnpike.shared.Unavailable;
import org.turnpike.tenant.CloudflareAccount;
import org.turnpike.turnkey.TurnKey;

/** Usage is read whole and as Cloudflare means it, or not at all. */
class AnalyticsFaultsTest {
  private static final Instant NOW = Instant.parse("2026-11-22T10:00:00Z");
  private static final TimeRange HOUR = new TimeRange(NOW.minus(Duration.ofHours(1)), NOW);

  private final TestClock clock = new TestClock();
  private final Client client = new Client(clock);
  private final SimulatedCloudflare cloudflare = SimulatedCloudflare.start(clock);
  private final CannedUpstream upstream = CannedUpstream.start();

  @AfterEach
  void stop() {
    client.close();
    cloudflare.close();
    upstream.close();
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "{'kind': '429', 'target': 'graphql', 'retryAfter': '300'}",
        "{'kind': '5xx', 'target': 'graphql'}",
        "{'kind': 'hang', 'target': 'graphql', 'millis': 200}",
        "{'kind': 'truncated', 'target': 'graphql'}",
        "{'kind': 'graphqlErrors', 'target': 'graphql'}",
        "{'kind': 'rubbish', 'target': 'graphql', 'variant': 'truncatedJson'}",
        "{'kind': 'rubbish', 'target': 'graphql', 'variant': 'huge'}",
        "{'kind': 'rubbish', 'target': 'graphql', 'variant': 'wrongTypes'}",
        "{'kind': 'rubbish', 'target': 'graphql', 'variant': 'html'}"
      })
  void trouble_at_cloudflare_is_unavailable(String fault) {
    CloudflareAccount account = cloudflare.account();
    TurnKey key = cloudflare.key(account, "key1", 1000);
    client.usage.horizon(account);
    cloudflare.fault(fault.replace('\'', '"'));

    assertThat(catchThrowableOfType(Unavailable.class, () -> client.usage.read(account, key, HOUR)))
        .isNotNull();
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "{'data': null, 'errors': [{'message': 'x', 'extensions': {'code': 'budget'}}]} | PT5M",
        "{'data': null, 'errors': [{'message': 'x', 'extensions': {'code': 'other'}}]} | PT1M",
        "{'data': null, 'errors': [{'message': 'x'}]} | PT1M",
        "{'data': null, 'errors': ['x']} | PT1M",
        "{'data': {'viewer': {'accounts': [{}]}}, 'errors': [{}]} | PT1M",
        "{'data': null, 'errors': null} | PT5S",
        "{'data': {'viewer': {'accounts': []}}, 'errors': null} | PT5S",
        "{'data': {'viewer': {'accounts': [{}, {}]}}} | PT5S",
        "{'data': {'viewer': {'accounts': [{'settings': null}]}}} | PT5S"
      })
  void an_error_inside_a_200_is_seen(String reply, Duration retryAfter) {
    upstream.answers(200, reply.replace('\'', '"'));

    Unavailable unavailable =
        catchThrowableOfType(Unavailable.class, () -> client.usage.horizon(canned()));

    assertThat(unavailable.retryAfter()).isEqualTo(retryAfter);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "401 | {} | Account Analytics Read",
        "403 | {} | Account Analytics Read",
        "200 | {'errors': [{'extensions': {'code': 'authz'}}]} | Account Analytics Read",
        "400 | {} | refuses our question",
        "200 | {'errors': [{'extensions': {'code': 'quota'}}]} | refuses our question",
        "200 | {'errors': [{'extensions': {'code': 'parse'}}]} | refuses our question"
      })
  void a_refusal_says_what_to_do(int status, String reply, String what) {
    upstream.answers(status, reply.replace('\'', '"'));

    assertThat(catchThrowableOfType(Rejected.class, () -> client.usage.horizon(canned())))
        .hasMessageContaining(what)
        .hasMessageContaining("Head office");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "'notOlderThan': 0, 'maxDuration': 86400, 'maxPageSize': 10000",
        "'notOlderThan': 86400, 'maxDuration': 899, 'maxPageSize': 10000",
        "'notOlderThan': 86400, 'maxDuration': -1, 'maxPageSize': 10000",
        "'notOlderThan': 86400, 'maxDuration': 86400, 'maxPageSize': 0",
        "'notOlderThan': 86400, 'maxDuration': 86400, 'maxPageSize': '10000'",
        "'notOlderThan': 86400.5, 'maxDuration': 86400, 'maxPageSize': 10000",
        "'maxDuration': 86400, 'maxPageSize': 10000"
      })
  void settings_that_allow_no_question_are_not_believed(String settings) {
    upstream.answers(200, settings(settings));

    assertThat(catchThrowableOfType(Unavailable.class, () -> client.usage.horizon(canned())))
        .hasMessageStartingWith("Cloudflare answered what cannot be: ");
  }

  @Test
  void settings_without_bounds_are_cut_to_what_can_be_counted() {
    upstream.answers(
        200,
        settings(
            "'notOlderThan': 9223372036854775807, 'maxDuration': 9223372036854775807,"
                + " 'maxPageSize': 9223372036854775807"));

    assertThat(client.usage.horizon(canned()).retention()).isEqualTo(Duration.ofDays(3650));
  }

  @Test
  void what_is_asked_travels_in_variables_alone() {
    upstream.answers(200, settings("'notOlderThan': 900, 'maxDuration': 900, 'maxPageSize': 1"));

    client.usage.horizon(canned());

    assertThat(upstream.received())
        .singleElement()
        .satisfies(
            received ->
                assertThat(UntrustedJson.parse(received.body()).field("query").text().orElseThrow())
                    .doesNotContain(SampleAccount.TAG))
        .satisfies(
            received ->
                assertThat(UntrustedJson.parse(received.body()).path("variables", "account").text())
                    .contains(SampleAccount.TAG));
  }

  private CloudflareAccount canned() {
    return SampleAccount.usual().at(upstream.url());
  }

  private static String settings(String fields) {
    return ("{'data': {'viewer': {'accounts': [{'settings': {'callsTurnUsageAdaptiveGroups': {"
            + fields
            + "}}}]}}}")
        .replace('\'', '"');
  }
}
