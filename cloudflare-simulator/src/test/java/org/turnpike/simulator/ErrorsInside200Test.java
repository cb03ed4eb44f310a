package org.turnpike.simulator;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.net.http.HttpResponse;
import java.time.Duration;
import org.junit.jupiter.api.Test;
import org.turnpike.simulator.graphql.DatasetLimits;

class ErrorsInside200Test extends SimulatorTest {

  @Override
  SimulatorOptions options() {
    DatasetLimits narrow = new DatasetLimits(true, Duration.ofDays(7), Duration.ofDays(1), 100, 3);
    return super.options()
        .withAnalytics(new AnalyticsRules(AnalyticsRules.DEFAULT.settling(), narrow, true));
  }

  @Test
  void refusals_may_hide_inside_a_200_and_limits_may_be_narrow() throws IOException {
    assertRefused(
        "limit: 1, filter: {date: \"2026-11-10\"}", "sum { egressBytes }", "older than 1w");
    assertRefused(
        "limit: 1, filter: {date_geq: \"2026-11-20\"}", "sum { egressBytes }", "wider than 1d");
    assertRefused("limit: 101, filter: {date: \"2026-11-20\"}", "sum { egressBytes }", "than 100");
    assertRefused(
        "limit: 1, filter: {date: \"2026-11-20\"}",
        "sum { egressBytes ingressBytes } dimensions { keyId username }",
        "number of fields can't be more than 3");
  }

  private void assertRefused(String arguments, String selection, String message)
      throws IOException {
    HttpResponse<String> reply = new UsageQueries(admin, ACCOUNT).ask(arguments, selection);
    assertThat(reply.statusCode()).isEqualTo(200);
    assertThat(Caller.json(reply).path("data").isNull()).isTrue();
    assertThat(Caller.json(reply).at("/errors/0/message").textValue()).contains(message);
  }
}
