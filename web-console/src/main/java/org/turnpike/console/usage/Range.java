package org.turnpike.console.usage;

import java.time.Clock;
import java.time.DateTimeException;
import java.time.LocalDate;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.function.UnaryOperator;
import org.turnpike.analytics.Granularity;
import org.turnpike.console.shell.Days;
import org.turnpike.shared.Rejected;
import org.turnpike.shared.TimeRange;

/**
 * What the usage page and its file are asked for, as it stands in their address.
 *
 * @param from the first day
 * @param through the last day, included
 * @param zone whose days they are
 */
public record Range(LocalDate from, LocalDate through, Granularity granularity, ZoneId zone) {
  private static final int USUAL_DAYS = 30;
  private static final DateTimeFormatter DAY =
      DateTimeFormatter.ofPattern("d MMM uuuu", Locale.ENGLISH);

  /** A range by name, such as the last seven days. */
  record Preset(String label, Range range) {}

  /**
   * From an address; what it leaves out is the last thirty days in steps that fit.
   *
   * @param parameter null for what the address does not have
   */
  static Range asked(UnaryOperator<String> parameter, ZoneId usualZone, Clock clock) {
    String zoneId = parameter.apply("zone");
    ZoneId zone = zoneId == null ? usualZone : zone(zoneId);
    LocalDate today = LocalDate.ofInstant(clock.instant(), zone);
    LocalDate through = day("through", parameter.apply("through"), today);
    LocalDate from = day("from", parameter.apply("from"), through.minusDays(USUAL_DAYS - 1));
    String steps = parameter.apply("granularity");
    long days = ChronoUnit.DAYS.between(from, through) + 1;
    return new Range(
        from, through, steps == null ? Steps.fitting(days) : Granularity.named(steps), zone);
  }

  TimeRange time() {
    return new TimeRange(
        from.atStartOfDay(zone).toInstant(), through.plusDays(1).atStartOfDay(zone).toInstant());
  }

  List<Preset> presets(Clock clock) {
    LocalDate today = LocalDate.ofInstant(clock.instant(), zone);
    LocalDate firstOfMonth = today.withDayOfMonth(1);
    return List.of(
        new Preset("Today", days(today, today)),
        new Preset("7 days", days(today.minusDays(6), today)),
        new Preset("30 days", days(today.minusDays(29), today)),
        new Preset("This month", days(firstOfMonth, today)),
        new Preset("Last month", days(firstOfMonth.minusMonths(1), firstOfMonth.minusDays(1))));
  }

  Range by(Granularity wanted) {
    return new Range(from, through, wanted, zone);
  }

  /** Such as "24 Oct 2026 – 22 Nov 2026, UTC". */
  public String written() {
    return DAY.format(from) + " – " + DAY.format(through) + ", " + zone.getId();
  }

  /** As the parameters of an address. */
  String query() {
    return "from=%s&through=%s&granularity=%s&zone=%s"
        .formatted(from, through, granularity.wireName(), zone.getId());
  }

  private Range days(LocalDate first, LocalDate last) {
    long days = ChronoUnit.DAYS.between(first, last) + 1;
    return new Range(first, last, Steps.fitting(days), zone);
  }

  private static LocalDate day(String field, String text, LocalDate usual) {
    return Objects.requireNonNullElse(Days.typed(field, text), usual);
  }

  private static ZoneId zone(String id) {
    try {
      return ZoneId.of(id);
    } catch (DateTimeException e) {
      throw Rejected.invalid("zone", "A time zone is an IANA name such as Europe/Berlin.");
    }
  }
}
