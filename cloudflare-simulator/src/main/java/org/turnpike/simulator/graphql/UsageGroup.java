package org.turnpike.simulator.graphql;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.turnpike.simulator.traffic.Flow;

/** One row of an answer, in the making. */
final class UsageGroup {

  private final List<Dimension> dimensions;
  private final List<Object> values;
  private long egressBytes;
  private long ingressBytes;
  private long connections;
  private long flows;

  UsageGroup(List<Dimension> dimensions, List<Object> values) {
    this.dimensions = dimensions;
    this.values = values;
  }

  void add(Flow flow) {
    egressBytes += flow.egressBytes();
    ingressBytes += flow.ingressBytes();
    connections += flow.connections();
    flows++;
  }

  /** A value by its name in {@code orderBy}, such as {@code sum_egressBytes} or {@code keyId}. */
  Object orderValue(String name) {
    return switch (name) {
      case "sum_egressBytes" -> egressBytes;
      case "sum_ingressBytes" -> ingressBytes;
      case "avg_concurrentConnectionsFiveMinutes" -> connections;
      default -> values.get(dimensions.indexOf(Dimension.named(name)));
    };
  }

  Map<String, Object> row() {
    Map<String, Object> shown = new LinkedHashMap<>();
    for (int i = 0; i < dimensions.size(); i++) {
      shown.put(dimensions.get(i).field(), values.get(i));
    }
    return Map.of(
        "dimensions",
        shown,
        "sum",
        Map.of("egressBytes", egressBytes, "ingressBytes", ingressBytes),
        // Summed over all buckets of the row, hence meaningless on any row but a five-minute one.
        "avg",
        Map.of("concurrentConnectionsFiveMinutes", (double) connections),
        "confidence",
        Map.of("egressBytes", interval(egressBytes), "ingressBytes", interval(ingressBytes)));
  }

  private Map<String, Object> interval(long value) {
    double exact = (double) value;
    return Map.of("estimate", exact, "lower", exact, "upper", exact, "sampleSize", flows);
  }
}
