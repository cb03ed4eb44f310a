package org.turnpike.simulator;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class TruthTest extends SimulatorTest {

  private static final String A_DAY =
      "datetime_geq: \"2026-11-18T00:00:00Z\", datetime_lt: \"2026-11-19T00:00:00Z\"";
  private static final String LAST_HOUR =
      "datetime_geq: \"2026-11-22T13:00:00Z\", datetime_lt: \"2026-11-22T14:00:00Z\"";

  private UsageQueries usage;

  @BeforeEach
  void plant() throws IOException {
    plantKey(PLANTED, 1300);
    usage = new UsageQueries(admin, ACCOUNT);
  }

  @Test
  void analytics_tells_the_truth_of_a_settled_day() throws IOException {
    JsonNode truth = truth("2026-11-18T00:00:00Z", "2026-11-19T00:00:00Z", "");

    assertThat(truth.path("egressBytes").longValue())
        .isPositive()
        .isEqualTo(truth.at("/visible/egressBytes").longValue())
        .isEqualTo(usage.egress(A_DAY));
  }

  @Test
  void the_last_hour_is_shown_wrong_until_it_settles() throws IOException {
    JsonNode now = truth("2026-11-22T13:00:00Z", "2026-11-22T14:00:00Z", "");
    long settled = now.path("egressBytes").longValue();
    long visible = now.at("/visible/egressBytes").longValue();

    assertThat(usage.egress(LAST_HOUR)).isEqualTo(visible).isNotEqualTo(settled);
    assertThat(visible).isBetween(settled * 87 / 100, settled * 103 / 100);
    moveTo("2026-11-22T16:00:00Z");
    assertThat(usage.egress(LAST_HOUR)).isEqualTo(settled);
  }

  @Test
  void windows_of_fifteen_minutes_add_up() throws IOException {
    JsonNode truth = truth("2026-11-18T00:00:00Z", "2026-11-19T00:00:00Z", "&window=PT15M");

    assertThat(truth.path("windows")).hasSize(96);
    long sum = 0;
    for (JsonNode window : truth.path("windows")) {
      sum += window.path("egressBytes").longValue();
    }
    assertThat(sum).isEqualTo(truth.path("egressBytes").longValue());
    assertThat(truth.at("/windows/1/start").textValue()).isEqualTo("2026-11-18T00:15:00Z");
  }

  @Test
  void nothing_has_flowed_yet_after_the_instant_of_asking() throws IOException {
    JsonNode early =
        truth("2026-11-18T00:00:00Z", "2026-11-19T00:00:00Z", "&asOf=2026-11-18T12:00:00Z");
    JsonNode morning = truth("2026-11-18T00:00:00Z", "2026-11-18T12:00:00Z", "");

    assertThat(early.path("egressBytes").longValue())
        .isEqualTo(morning.path("egressBytes").longValue());
  }

  @Test
  void a_restatement_changes_truth_and_analytics_from_then_on() throws IOException {
    long before = usage.egress(A_DAY);
    control(
        "/control/faults",
        """
        {"kind": "restate", "percent": 50, "keyId": "%s",
         "from": "2026-11-18T00:00:00Z", "to": "2026-11-19T00:00:00Z"}
        """
            .formatted(PLANTED));

    long after = usage.egress(A_DAY);

    assertThat(after).isBetween(before / 2 - 10_000, before / 2);
    JsonNode truth = truth("2026-11-18T00:00:00Z", "2026-11-19T00:00:00Z", "");
    assertThat(truth.path("egressBytes").longValue()).isEqualTo(after);
    JsonNode yesterday =
        truth("2026-11-18T00:00:00Z", "2026-11-19T00:00:00Z", "&asOf=2026-11-21T00:00:00Z");
    assertThat(yesterday.path("egressBytes").longValue()).isEqualTo(before);
  }

  @Test
  void late_data_is_true_but_not_visible() throws IOException {
    control("/control/faults", "{\"kind\": \"late\", \"minutes\": 120}");

    JsonNode truth = truth("2026-11-22T13:00:00Z", "2026-11-22T14:00:00Z", "");

    assertThat(truth.path("egressBytes").longValue()).isPositive();
    assertThat(truth.at("/visible/egressBytes").longValue()).isZero();
    assertThat(usage.egress(LAST_HOUR)).isZero();
    assertThat(usage.egress(A_DAY)).isPositive();
  }

  @Test
  void an_account_is_the_sum_of_its_keys() throws IOException {
    String other = "22222222222222222222222222222222";
    plantKey(other, 100);
    String range = "&from=2026-11-18T00:00:00Z&to=2026-11-19T00:00:00Z";

    long both = egress("accountId=" + ACCOUNT + range);

    assertThat(egress("keyId=" + PLANTED + range) + egress("keyId=" + other + range))
        .isEqualTo(both);
  }

  @Test
  void a_question_without_key_or_time_is_refused() throws IOException {
    assertThat(anybody.get("/control/truth?keyId=" + PLANTED).statusCode()).isEqualTo(400);
    assertThat(
            anybody
                .get("/control/truth?keyId=none&from=2026-11-18T00:00:00Z&to=2026-11-19T00:00:00Z")
                .statusCode())
        .isEqualTo(400);
  }

  private JsonNode truth(String from, String to, String more) throws IOException {
    return Caller.json(
        anybody.get("/control/truth?keyId=%s&from=%s&to=%s%s".formatted(PLANTED, from, to, more)));
  }

  private long egress(String query) throws IOException {
    return Caller.json(anybody.get("/control/truth?" + query)).path("egressBytes").longValue();
  }
}
