package org.turnpike.console.usage;

import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.util.List;
import java.util.function.UnaryOperator;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.turnpike.console.figures.Measure;
import org.turnpike.shared.TimeRange;

/**
 * All that the usage page and its file are asked for, as it stands in their address.
 *
 * @param compared with the range of the same length before
 * @param text what names must hold; empty for any
 * @param order how the table is sorted; empty for the largest first
 */
public record UsageView(
    Range range, Grouping grouping, Measure measure, boolean compared, String text, String order) {

  /** One parameter of an address. */
  public record Parameter(String name, String value) {}

  static UsageView asked(UnaryOperator<String> parameter, ZoneId usualZone, Clock clock) {
    String grouping = parameter.apply("groupBy");
    String measure = parameter.apply("measure");
    return new UsageView(
        Range.asked(parameter, usualZone, clock),
        grouping == null ? Grouping.TURN_KEY : Grouping.named(grouping),
        measure == null ? Measure.EGRESS : Measure.named(measure),
        "true".equals(parameter.apply("compare")),
        stripped(parameter.apply("text")),
        stripped(parameter.apply("order")));
  }

  UsageView in(Range other) {
    return new UsageView(other, grouping, measure, compared, text, order);
  }

  /** Connections are known of TURN keys alone. */
  UsageView by(Grouping other) {
    boolean known = other == Grouping.TURN_KEY || measure != Measure.CONNECTIONS;
    return new UsageView(range, other, known ? measure : Measure.EGRESS, compared, "", order);
  }

  /** Likewise. */
  UsageView of(Measure other) {
    Grouping known = other == Measure.CONNECTIONS ? Grouping.TURN_KEY : grouping;
    return new UsageView(range, known, other, compared, known == grouping ? text : "", order);
  }

  UsageView comparing(boolean whether) {
    return new UsageView(range, grouping, measure, whether, text, order);
  }

  UsageView drawn() {
    return in(range.drawn()).by(grouping, measure);
  }

  /** An address may have been written by hand. */
  private UsageView by(Grouping wanted, Measure with) {
    return new UsageView(
        range,
        with == Measure.CONNECTIONS ? Grouping.TURN_KEY : wanted,
        with,
        compared,
        text,
        order);
  }

  /**
   * The range of the same length before, as far into it as this one is known: a day that has just
   * begun is compared with a morning.
   *
   * @param completeThrough null when nothing is known
   */
  TimeRange before(Instant completeThrough) {
    TimeRange now = range.time();
    Instant start = now.start().minus(now.length());
    boolean partly = completeThrough != null && now.contains(completeThrough);
    Duration known =
        partly && completeThrough.isAfter(now.start())
            ? Duration.between(now.start(), completeThrough)
            : now.length();
    return new TimeRange(start, start.plus(known));
  }

  /** As the parameters of an address, already encoded. */
  String query() {
    return parameters(List.of()).stream()
        .map(each -> each.name() + "=" + URLEncoder.encode(each.value(), StandardCharsets.UTF_8))
        .collect(Collectors.joining("&"));
  }

  /** The parameters but these, and but those that say what is said anyway. */
  List<Parameter> parameters(List<String> but) {
    return Stream.of(
            new Parameter("from", range.from().toString()),
            new Parameter("through", range.through().toString()),
            new Parameter("granularity", range.granularity().wireName()),
            new Parameter("zone", range.zone().getId()),
            new Parameter("groupBy", grouping == Grouping.TURN_KEY ? "" : grouping.wireName()),
            new Parameter("measure", measure == Measure.EGRESS ? "" : measure.wireName()),
            new Parameter("compare", compared ? "true" : ""),
            new Parameter("text", text),
            new Parameter("order", order))
        .filter(each -> !each.value().isEmpty() && !but.contains(each.name()))
        .toList();
  }

  private static String stripped(String text) {
    return text == null ? "" : text.strip();
  }
}
