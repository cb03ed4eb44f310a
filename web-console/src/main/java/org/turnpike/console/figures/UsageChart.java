package org.turnpike.console.figures;

import java.math.BigDecimal;
import java.util.Collections;
import java.util.Comparator;
import java.util.List;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import software.xdev.chartjs.model.charts.BarChart;
import software.xdev.chartjs.model.data.BarData;
import software.xdev.chartjs.model.dataset.BarDataset;

/**
 * One measure over time, stacked by series: as bars, as a table, and as a sentence. The colours are
 * the browser's part, because they follow the theme.
 *
 * @param heading what a label is: Day, Hour, Month
 * @param labels one a bar, oldest first
 * @param series each with one figure a label
 */
public record UsageChart(
    Measure measure, String heading, List<String> labels, List<Series> series) {

  /** One colour of the bars: its name and its figures, one a label. */
  public record Series(String name, List<BigDecimal> figures) {}

  /** One bar as a line of the table. */
  public record Row(String label, List<BigDecimal> figures, BigDecimal total) {}

  /** As Chart.js reads it. */
  public String json() {
    BarData data = new BarData().setLabels(labels);
    for (Series one : series) {
      data.addDataset(
          new BarDataset().setLabel(one.name()).setData(one.figures().toArray(Number[]::new)));
    }
    return new BarChart(data).toJson();
  }

  public List<Row> rows() {
    return IntStream.range(0, labels.size())
        .mapToObj(at -> new Row(labels.get(at), at(at).toList(), total(at)))
        .toList();
  }

  public String spoken() {
    if (series.isEmpty()) {
      return measure.label() + ": nothing in this range";
    }
    Row highest = Collections.max(rows(), Comparator.comparing(Row::total));
    return "%s, %s to %s, highest %s on %s"
        .formatted(
            measure.spoken(),
            labels.get(0),
            labels.get(labels.size() - 1),
            measure.written(highest.total()),
            highest.label());
  }

  private Stream<BigDecimal> at(int label) {
    return series.stream().map(one -> one.figures().get(label));
  }

  private BigDecimal total(int label) {
    return at(label).reduce(BigDecimal.ZERO, BigDecimal::add);
  }
}
