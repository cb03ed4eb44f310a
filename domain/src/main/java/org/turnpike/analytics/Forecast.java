package org.turnpike.analytics;

import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.turnpike.shared.DataVolume;

/**
 * Where a period's egress is heading: each day still to come is taken to be like the same weekday
 * of the last four weeks, on average; the band is what their least and their most would come to.
 *
 * @param days the days still to come, the running one first, each with the egress expected by its
 *     end
 */
public record Forecast(DataVolume expected, DataVolume low, DataVolume high, List<Day> days) {
  /** How many days of history a forecast looks at. */
  public static final int HISTORY_DAYS = 28;

  private static final long SECONDS_A_DAY = Duration.ofDays(1).toSeconds();

  public Forecast {
    days = List.copyOf(days);
  }

  /** A UTC day, and the period's egress expected by its end. */
  public record Day(LocalDate date, DataVolume egress) {}

  /**
   * Nothing when a weekday to come has no history.
   *
   * @param daily egress by UTC day; a day without an entry had none
   * @param historyStart the first day with a full history
   * @param soFar the period's egress up to {@code completeThrough}
   * @param end of the period
   */
  static Optional<Forecast> of(
      List<UsageSeries.Point> daily,
      LocalDate historyStart,
      DataVolume soFar,
      Instant completeThrough,
      Instant end) {
    Map<LocalDate, Long> byDay =
        daily.stream()
            .collect(
                Collectors.toMap(
                    point -> day(point.start()),
                    point -> point.volume().egress().bytes(),
                    Math::addExact));
    long expected = soFar.bytes();
    long low = expected;
    long high = expected;
    List<Day> days = new ArrayList<>();
    Instant from = completeThrough;
    while (from.isBefore(end)) {
      LocalDate date = day(from);
      Instant midnight = date.plusDays(1).atStartOfDay(ZoneOffset.UTC).toInstant();
      Instant to = midnight.isBefore(end) ? midnight : end;
      long seconds = Duration.between(from, to).toSeconds();
      List<Long> alike =
          IntStream.rangeClosed(1, HISTORY_DAYS / 7)
              .mapToObj(date::minusWeeks)
              .filter(
                  earlier ->
                      !earlier.isBefore(historyStart) && earlier.isBefore(day(completeThrough)))
              .map(earlier -> byDay.getOrDefault(earlier, 0L))
              .toList();
      if (alike.isEmpty()) {
        return Optional.empty();
      }
      long sum = alike.stream().reduce(0L, Math::addExact);
      expected += part(sum / alike.size(), seconds);
      low += part(alike.stream().min(Long::compare).get(), seconds);
      high += part(alike.stream().max(Long::compare).get(), seconds);
      days.add(new Day(date, DataVolume.ofBytes(expected)));
      from = to;
    }
    return Optional.of(
        new Forecast(
            DataVolume.ofBytes(expected), DataVolume.ofBytes(low), DataVolume.ofBytes(high), days));
  }

  /** The first day by whose end the volume is expected to be reached; none within the period. */
  public Optional<LocalDate> dayReaching(DataVolume volume) {
    return days.stream()
        .filter(day -> day.egress().compareTo(volume) >= 0)
        .map(Day::date)
        .findFirst();
  }

  private static LocalDate day(Instant instant) {
    return instant.atOffset(ZoneOffset.UTC).toLocalDate();
  }

  private static long part(long day, long seconds) {
    return day / SECONDS_A_DAY * seconds + day % SECONDS_A_DAY * seconds / SECONDS_A_DAY;
  }
}
