package org.turnpike.cloudflare;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.turnpike.shared.TimeRange;
import org.turnpike.shared.Unavailable;
import org.turnpike.usage.RelayedVolume;
import org.turnpike.usage.UsageReading;

class UsageRowsTest {
  private static final Instant START = Instant.parse("2026-11-22T10:00:00Z");
  private static final TimeRange HOUR = new TimeRange(START, START.plusSeconds(3600));

  @Test
  void rows_become_readings_in_order_of_time() {
    assertThat(read(row("10:45", "7", "0"), row("10:00", "9223372036854775807", "3")))
        .containsExactly(
            new UsageReading(START, RelayedVolume.ofBytes(Long.MAX_VALUE, 3)),
            new UsageReading(START.plusSeconds(2700), RelayedVolume.ofBytes(7, 0)));
  }

  @Test
  void a_row_of_no_bytes_is_no_usage() {
    assertThat(read(row("10:00", "0", "0"))).isEmpty();
  }

  @Test
  void no_rows_are_no_usage() {
    assertThat(read()).isEmpty();
  }

  @ParameterizedTest
  @ValueSource(strings = {"09:45", "11:00", "10:05", "10:59"})
  void a_time_that_was_not_asked_for_cannot_be(String time) {
    refuses(row(time, "1", "1"));
  }

  @ParameterizedTest
  @ValueSource(strings = {"-1", "1.5", "9223372036854775808", "\"1\"", "null", "true", "[1]"})
  void a_volume_that_is_no_number_of_bytes_cannot_be(String volume) {
    refuses(row("10:00", volume, "1"));
    refuses(row("10:00", "1", volume));
  }

  @Test
  void a_window_twice_cannot_be() {
    refuses(row("10:00", "1", "1"), row("10:00", "1", "1"));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "{}",
        "null",
        "7",
        "{'sum': {'egressBytes': 1, 'ingressBytes': 1}}",
        "{'dimensions': {'datetimeFifteenMinutes': 7},"
            + " 'sum': {'egressBytes': 1, 'ingressBytes': 1}}",
        "{'dimensions': {'datetimeFifteenMinutes': 'noon'},"
            + " 'sum': {'egressBytes': 1, 'ingressBytes': 1}}",
        "{'dimensions': {'datetimeFifteenMinutes': '2026-11-22T10:00:00Z'}}",
        "{'dimensions': {'datetimeFifteenMinutes': '2026-11-22T10:00:00Z'},"
            + " 'sum': {'egressBytes': 1}}"
      })
  void half_a_row_cannot_be(String row) {
    refuses(row.replace('\'', '"'));
  }

  private static void refuses(String... rows) {
    assertThatThrownBy(() -> read(rows))
        .isInstanceOf(Unavailable.class)
        .hasMessageStartingWith("Cloudflare answered what cannot be: ");
  }

  private static List<UsageReading> read(String... rows) {
    return UsageRows.read(
        UntrustedJson.parse("[" + String.join(",", rows) + "]").items().orElseThrow(), HOUR);
  }

  private static String row(String time, String egress, String ingress) {
    return """
        {"dimensions": {"datetimeFifteenMinutes": "2026-11-22T%s:00Z"},
         "sum": {"egressBytes": %s, "ingressBytes": %s}}
        """
        .formatted(time, egress, ingress);
  }
}
