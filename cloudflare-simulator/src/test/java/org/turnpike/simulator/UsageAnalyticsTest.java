package org.turnpike.simulator;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class UsageAnalyticsTest extends SimulatorTest {

  private static final String OTHER = "22222222222222222222222222222222";
  private static final String A_DAY =
      "datetime_geq: \"2026-11-18T00:00:00Z\", datetime_lt: \"2026-11-19T00:00:00Z\"";
  private static final String TODAY =
      "datetime_geq: \"2026-11-22T00:00:00Z\", datetime_lt: \"2026-11-23T00:00:00Z\"";

  private UsageQueries usage;

  @BeforeEach
  void plant() throws IOException {
    plantKey(PLANTED, 1300);
    plantKey(OTHER, 200);
    usage = new UsageQueries(anybody.bearer("analyst"), ACCOUNT);
  }

  @Test
  void every_grouping_adds_up_to_the_same_byte_even_while_figures_move() throws IOException {
    for (String range : new String[] {A_DAY, TODAY}) {
      long total = usage.egress(range);
      assertThat(total).isPositive();
      for (String dimensions :
          new String[] {
            "keyId",
            "customIdentifier",
            "username",
            "datacenterCity datacenterCountry datacenterRegion datacenterCode",
            "datetimeHour",
            "datetimeFifteenMinutes keyId",
            "datetimeFiveMinutes datacenterCountry",
            "datetime datetimeMinute customIdentifier"
          }) {
        assertThat(usage.egressBy(dimensions, range)).as(dimensions + range).isEqualTo(total);
      }
    }
  }

  @Test
  void filters_split_a_total_into_parts() throws IOException {
    long total = usage.egress(A_DAY);
    assertThat(keyIs("keyId") + keyIs("keyId_neq")).isEqualTo(total);
    assertThat(keyIs("keyId_gt") + keyIs("keyId_leq")).isEqualTo(total);
    assertThat(keyIs("keyId_geq") + keyIs("keyId_lt")).isEqualTo(total);
    assertThat(keyIs("keyId_gt")).isPositive();
    assertThat(keyIs("keyId_lt")).isZero();
    assertThat(usage.egress(A_DAY + ", keyId_in: [\"" + PLANTED + "\", \"" + OTHER + "\"]"))
        .isEqualTo(total);
    assertThat(usage.egress(A_DAY + ", keyId_like: \"2%\"")).isEqualTo(keyIs("keyId_neq"));
    assertThat(usage.egress(A_DAY + ", customIdentifier: \"\"")).isBetween(1L, total - 1);
  }

  @Test
  void and_and_or_nest() throws IOException {
    long either =
        usage.egress(
            "AND: [{%s}, {OR: [{keyId: \"%s\"}, {AND: [{keyId: \"%s\"}]}]}]"
                .formatted(A_DAY, PLANTED, OTHER));

    assertThat(either).isEqualTo(usage.egress(A_DAY));
  }

  @Test
  void a_day_is_its_hours_and_its_date() throws IOException {
    assertThat(usage.egress("date: \"2026-11-18\"")).isEqualTo(usage.egress(A_DAY));
    assertThat(usage.egress("date_geq: \"2026-11-18\", date_leq: \"2026-11-18\""))
        .isEqualTo(usage.egress(A_DAY));
    assertThat(
            usage.egress(
                "datetimeHour_geq: \"2026-11-18T00:00:00Z\","
                    + " datetimeHour_leq: \"2026-11-18T23:00:00Z\""))
        .isEqualTo(usage.egress(A_DAY));
  }

  @Test
  void rows_come_ordered_and_cut_without_a_word() throws IOException {
    String arguments = "limit: 5, orderBy: [sum_egressBytes_DESC], filter: {" + A_DAY + "}";
    JsonNode top = usage.rows(arguments, "sum { egressBytes } dimensions { datetimeHour }");

    assertThat(top).hasSize(5);
    for (int i = 1; i < 5; i++) {
      assertThat(top.get(i).at("/sum/egressBytes").longValue())
          .isLessThanOrEqualTo(top.get(i - 1).at("/sum/egressBytes").longValue());
    }
    JsonNode hours =
        usage.rows(
            "limit: 24, orderBy: [datetimeHour_ASC], filter: {" + A_DAY + "}",
            "dimensions { datetimeHour }");
    assertThat(hours.findValuesAsText("datetimeHour"))
        .isSorted()
        .doesNotHaveDuplicates()
        .contains("2026-11-18T08:00:00Z", "2026-11-18T09:00:00Z");
  }

  @Test
  void no_usage_is_an_empty_list() throws IOException {
    assertThat(
            usage.rows("limit: 1, filter: {keyId: \"none\", " + A_DAY + "}", "sum { egressBytes }"))
        .isEmpty();
  }

  @Test
  void variables_go_by_cloudflares_type_names_or_by_graphqls() throws IOException {
    for (String type : new String[] {"string", "String"}) {
      JsonNode body =
          Caller.json(
              admin.query(
                  """
                  query Usage($tag: %s!, $from: Time!, $to: Time!, $limit: Int!) {
                    viewer { accounts(filter: {accountTag: $tag}) {
                      usage: callsTurnUsageAdaptiveGroups(
                        limit: $limit, filter: {datetime_geq: $from, datetime_lt: $to}) {
                        sum { egressBytes } } } } }
                  """
                      .formatted(type),
                  Map.of(
                      "tag",
                      ACCOUNT,
                      "from",
                      "2026-11-18T00:00:00Z",
                      "to",
                      "2026-11-19T00:00:00.000Z",
                      "limit",
                      1)));
      assertThat(body.at("/data/viewer/accounts/0/usage/0/sum/egressBytes").longValue())
          .as(body.toString())
          .isEqualTo(usage.egress(A_DAY));
    }
  }

  @Test
  void settings_tell_the_limits() throws IOException {
    JsonNode body =
        Caller.json(
            admin.query(
                "{ viewer { accounts(filter: {accountTag: \"%s\"}) { settings { callsTurnUsageAdaptiveGroups { enabled maxPageSize notOlderThan maxDuration maxNumberOfFields } } } } }"
                    .formatted(ACCOUNT)));

    JsonNode settings = body.at("/data/viewer/accounts/0/settings/callsTurnUsageAdaptiveGroups");
    assertThat(settings.path("enabled").booleanValue()).isTrue();
    assertThat(settings.path("maxPageSize").intValue()).isEqualTo(10_000);
    assertThat(settings.path("notOlderThan").intValue()).isEqualTo(92 * 86_400);
    assertThat(settings.path("maxDuration").intValue()).isEqualTo(31 * 86_400);
  }

  @Test
  void concurrency_and_confidence_are_offered() throws IOException {
    JsonNode row =
        usage
            .rows(
                "limit: 1, filter: {" + A_DAY + "}",
                "sum { egressBytes } avg { concurrentConnectionsFiveMinutes }"
                    + " confidence(level: 0.9) { level sum { egressBytes { estimate sampleSize } } }")
            .get(0);

    assertThat(row.at("/avg/concurrentConnectionsFiveMinutes").doubleValue()).isPositive();
    assertThat(row.at("/confidence/level").doubleValue()).isEqualTo(0.9);
    assertThat(row.at("/confidence/sum/egressBytes/estimate").doubleValue())
        .isEqualTo(row.at("/sum/egressBytes").doubleValue());
  }

  @Test
  void the_sfu_has_a_little_usage_of_its_own() throws IOException {
    JsonNode body =
        Caller.json(
            admin.query(
                "{ viewer { accounts(filter: {accountTag: \"%s\"}) { callsUsageAdaptiveGroups(limit: 1, filter: {%s}) { sum { egressBytes } dimensions { appId } } } } }"
                    .formatted(ACCOUNT, A_DAY)));

    assertThat(
            body.at("/data/viewer/accounts/0/callsUsageAdaptiveGroups/0/sum/egressBytes")
                .longValue())
        .isBetween(1L, 1_000_000_000L);
  }

  private long keyIs(String condition) throws IOException {
    return usage.egress(A_DAY + ", " + condition + ": \"" + PLANTED + "\"");
  }
}
