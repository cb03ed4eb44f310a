package org.turnpike.console.usage;

import static java.util.Objects.requireNonNullElse;

import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.DateTimeException;
import java.time.LocalDate;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Locale;
import java.util.function.UnaryOperator;
import java.util.stream.Stream;
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

  public Range {
    if (through.isBefore(from)) {
      throw Rejected.invalid("through", "The last day must not be before the first.");
    }
  }

  /** A range by name, such as the last seven days. */
  public record Preset(String label, Range range) {}

  /**
   * From an address; what it leaves out is the last thirty days in steps that fit.
   *
   * @param parameter null for what the address does not have
   */
  public static Range asked(UnaryOperator<String> parameter, ZoneId usualZone, Clock clock) {
    String zoneId = parameter.apply("zone");
    ZoneId zone = zoneId == null ? usualZone : zone(zoneId);
    LocalDate today = LocalDate.ofInstant(clock.instant(), zone);
    Days typed = Days.past(clock, zone);
    LocalDate through =
        requireNonNullElse(typed.typed("through", parameter.apply("through")), today);
    LocalDate from =
        requireNonNullElse(
            typed.typed("from", parameter.apply("from")), through.minusDays(USUAL_DAYS - 1));
    String steps = parameter.apply("granularity");
    return new Range(
        from,
        through,
        steps == null ? Steps.fitting(length(from, through)) : Granularity.named(steps),
        zone);
  }

  public TimeRange time() {
    return new TimeRange(
        from.atStartOfDay(zone).toInstant(), through.plusDays(1).atStartOfDay(zone).toInstant());
  }

  public List<Preset> presets(Clock clock) {
    LocalDate today = LocalDate.ofInstant(clock.instant(), zone);
    LocalDate firstOfMonth = today.withDayOfMonth(1);
    return List.of(
        new Preset("Today", days(today, today)),
        new Preset("7 days", days(today.minusDays(6), today)),
        new Preset("30 days", days(today.minusDays(29), today)),
        new Preset("This month", days(firstOfMonth, today)),
        new Preset("Last month", days(firstOfMonth.minusMonths(1), firstOfMonth.minusDays(1))));
  }

  /** In steps as fine as these, or the finest of which a chart holds so many days. */
  Range drawn() {
    return Stream.of(Granularity.values())
        .filter(each -> each.compareTo(granularity) >= 0)
        .map(this::by)
        .filter(Range::fits)
        .findFirst()
        .orElse(by(Granularity.MONTH));
  }

  /** Whether a chart holds so many days in these steps. */
  boolean fits() {
    return length(from, through) <= Steps.mostDays(granularity);
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
        .formatted(
            from,
            through,
            granularity.wireName(),
            URLEncoder.encode(zone.getId(), StandardCharsets.UTF_8));
  }

  private Range days(LocalDate first, LocalDate last) {
    return new Range(first, last, Steps.fitting(length(first, last)), zone);
  }

  private static long length(LocalDate first, LocalDate last) {
    return ChronoUnit.DAYS.between(first, last) + 1;
  }

  private static ZoneId zone(String id) {
    try {
      return ZoneId.of(id);
    } catch (DateTimeException e) {
      throw Rejected.invalid("zone", "A time zone is an IANA name such as Europe/Berlin.");
    }
  }
}
