package org.turnpike.console.usage;

import java.math.BigDecimal;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import org.turnpike.analytics.Coverage;
import org.turnpike.analytics.UsageSeries;
import org.turnpike.console.figures.Measure;
import org.turnpike.shared.TimeRange;

/**
 * What a view of usage shows.
 *
 * @param ledger the usage as it is billed
 * @param lines the largest first, what is left last
 * @param coverage of what is broken down
 * @param earlier what it is compared with; null when it is with nothing
 */
public record UsageInView(
    UsageView view, UsageSeries ledger, List<UsageLine> lines, Coverage coverage, Earlier earlier) {

  /** The range before. */
  record Earlier(TimeRange range, UsageSeries ledger, List<UsageLine> lines) {}

  /** The lines whose name or detail holds the text, as they are to be sorted. */
  List<UsageLine> found() {
    String wanted = view.text().toLowerCase(Locale.ROOT);
    return lines.stream()
        .filter(
            line ->
                line.name().toLowerCase(Locale.ROOT).contains(wanted)
                    || Objects.toString(line.detail(), "")
                        .toLowerCase(Locale.ROOT)
                        .contains(wanted))
        .sorted(order())
        .toList();
  }

  private Comparator<UsageLine> order() {
    Comparator<UsageLine> byName =
        Comparator.comparing((UsageLine line) -> line.name().toLowerCase(Locale.ROOT));
    Comparator<UsageLine> wanted =
        switch (view.order()) {
          case "name" -> byName;
          case "least" -> largestFirst(view.measure()).reversed();
          default -> largestFirst(view.measure());
        };
    return Comparator.comparing(UsageLine::isOther).thenComparing(wanted).thenComparing(byName);
  }

  static Comparator<UsageLine> largestFirst(Measure measure) {
    return Comparator.comparing(
            (UsageLine line) -> line.figure(measure),
            Comparator.nullsFirst(Comparator.<BigDecimal>naturalOrder()))
        .reversed();
  }

  /** How a line's figure differs from the one before, in words. */
  String change(UsageLine line) {
    BigDecimal now = line.figure(view.measure());
    return now == null ? "–" : Change.of(now, before(line));
  }

  /**
   * A TURN key that is not there relayed nothing; of identifiers and places only the largest are
   * told, so that one that is not there may have been too small.
   */
  private BigDecimal before(UsageLine line) {
    return earlier.lines().stream()
        .filter(each -> each.kind().equals(line.kind()) && isSame(each, line))
        .findFirst()
        .map(each -> each.figure(view.measure()))
        .orElse(
            view.grouping() == Grouping.TURN_KEY && view.measure() != Measure.CONNECTIONS
                ? BigDecimal.ZERO
                : null);
  }

  private static boolean isSame(UsageLine one, UsageLine other) {
    return one.name().equals(other.name()) && Objects.equals(one.detail(), other.detail());
  }
}
