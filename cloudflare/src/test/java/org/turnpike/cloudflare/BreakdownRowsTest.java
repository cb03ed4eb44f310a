package org.turnpike.cloudflare;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.tuple;

import java.math.BigDecimal;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.turnpike.analytics.HourOfConnections;
import org.turnpike.analytics.Share;
import org.turnpike.shared.TimeRange;
import org.turnpike.shared.Unavailable;

class BreakdownRowsTest {
  private static final Instant START = Instant.parse("2026-11-22T10:00:00Z");
  private static final TimeRange HOUR = new TimeRange(START, START.plusSeconds(3600));

  @Test
  void what_people_call_themselves_cannot_break_the_database_nor_fill_it() {
    String rows = row("10:00", "a\\u0000b", "1") + "," + row("10:00", "x".repeat(300), "2");
    assertThat(identifiers(rows))
        .extracting(Share::whose)
        .containsExactly("a\uFFFDb", "x".repeat(255));
  }

  @Test
  void rows_of_the_same_name_add_up_and_rows_of_no_bytes_are_left_out() {
    String rows = row("10:00", "anna", "1") + "," + row("10:00", "anna", "2");
    assertThat(identifiers(rows + "," + row("10:00", "ben", "0")))
        .extracting(Share::whose, share -> share.volume().egress().bytes())
        .containsExactly(tuple("anna", 3L));
  }

  @Test
  void a_mean_of_an_hour_counts_the_buckets_that_are_not_told() {
    String rows = connections("10:00", "4.5") + "," + connections("10:55", "1.5E0");
    assertThat(BreakdownRows.connections(parsed(rows), HOUR))
        .containsExactly(
            new HourOfConnections(START, new BigDecimal("4.500"), new BigDecimal("0.500")));
  }

  @ParameterizedTest
  @ValueSource(strings = {"-1", "\"1\"", "null", "1E999999999", "1E-999999999", "[1]"})
  void connections_that_are_no_number_of_them_cannot_be(String number) {
    assertThatThrownBy(() -> BreakdownRows.connections(parsed(connections("10:00", number)), HOUR))
        .isInstanceOf(Unavailable.class);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "{}",
        "{'dimensions': {'datetimeHour': '2026-11-22T10:00:00Z'},"
            + " 'sum': {'egressBytes': 1, 'ingressBytes': 1}}",
        "{'dimensions': {'datetimeHour': '2026-11-22T11:00:00Z', 'customIdentifier': 'a'},"
            + " 'sum': {'egressBytes': 1, 'ingressBytes': 1}}",
        "{'dimensions': {'datetimeHour': 'noon', 'customIdentifier': 'a'},"
            + " 'sum': {'egressBytes': 1, 'ingressBytes': 1}}",
        "{'dimensions': {'datetimeHour': '2026-11-22T10:00:00Z', 'customIdentifier': 'a'},"
            + " 'sum': {'egressBytes': -1, 'ingressBytes': 1}}"
      })
  void half_a_row_cannot_be(String row) {
    assertThatThrownBy(() -> identifiers(row.replace('\'', '"'))).isInstanceOf(Unavailable.class);
  }

  private static List<Share<String>> identifiers(String rows) {
    return BreakdownRows.identifiers(parsed(rows), HOUR);
  }

  private static List<UntrustedJson> parsed(String rows) {
    return UntrustedJson.parse("[" + rows + "]").items().orElseThrow();
  }

  private static String row(String time, String identifier, String egress) {
    return """
        {"dimensions": {"datetimeHour": "2026-11-22T%s:00Z", "customIdentifier": "%s"},
         "sum": {"egressBytes": %s, "ingressBytes": 0}}
        """
        .formatted(time, identifier, egress);
  }

  private static String connections(String time, String number) {
    return """
        {"dimensions": {"datetimeFiveMinutes": "2026-11-22T%s:00Z"},
         "avg": {"concurrentConnectionsFiveMinutes": %s}}
        """
        .formatted(time, number);
  }
}
