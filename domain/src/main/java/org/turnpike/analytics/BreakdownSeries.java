package org.turnpike.analytics;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.BiFunction;
import org.turnpike.shared.DataVolume;
import org.turnpike.usage.RelayedVolume;

/**
 * Usage of one tenant over time by identifier, country or city: figures for display. The ledger's
 * total stands above them, and {@code other} is what it has more than the rows.
 *
 * @param ledger the same usage as it is billed
 * @param rows the largest first
 * @param other the steps in which the ledger has more than the rows; never negative
 */
public record BreakdownSeries(
    Dimension dimension,
    UsageSeries ledger,
    List<Row> rows,
    List<UsageSeries.Point> other,
    Coverage coverage) {
  /**
   * One of many.
   *
   * @param name empty for what has none, and for those who were erased
   * @param erased whose usage it was has been forgotten
   */
  public record Row(String name, boolean erased, List<UsageSeries.Point> points) {
    public RelayedVolume total() {
      return sum(points);
    }
  }

  static BreakdownSeries of(
      Dimension dimension, UsageSeries ledger, List<Row> rows, Coverage coverage) {
    return new BreakdownSeries(dimension, ledger, rows, other(ledger, rows), coverage);
  }

  public RelayedVolume otherTotal() {
    return sum(other);
  }

  private static List<UsageSeries.Point> other(UsageSeries ledger, List<Row> rows) {
    Map<Instant, RelayedVolume> left = new TreeMap<>();
    for (UsageSeries.KeyRow key : ledger.keys()) {
      key.points().forEach(at -> left.merge(at.start(), at.volume(), RelayedVolume::plus));
    }
    for (Row row : rows) {
      row.points().forEach(at -> left.computeIfPresent(at.start(), less(at.volume())));
    }
    List<UsageSeries.Point> other = new ArrayList<>();
    left.forEach(
        (start, volume) -> {
          RelayedVolume more =
              new RelayedVolume(atLeastNothing(volume.egress()), atLeastNothing(volume.ingress()));
          if (!more.equals(RelayedVolume.NONE)) {
            other.add(new UsageSeries.Point(start, more));
          }
        });
    return List.copyOf(other);
  }

  private static BiFunction<Instant, RelayedVolume, RelayedVolume> less(RelayedVolume shown) {
    return (start, known) -> known.minus(shown);
  }

  private static DataVolume atLeastNothing(DataVolume difference) {
    return difference.isNegative() ? DataVolume.NONE : difference;
  }

  private static RelayedVolume sum(List<UsageSeries.Point> points) {
    return points.stream()
        .map(UsageSeries.Point::volume)
        .reduce(RelayedVolume.NONE, RelayedVolume::plus);
  }
}
