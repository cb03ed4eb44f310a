package org.turnpike.simulator.graphql;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.turnpike.simulator.traffic.Flow;

/** A query's answer, growing flow by flow. */
final class UsageTable {

  private final UsageQuery query;
  private final Map<List<Object>, UsageGroup> groups = new HashMap<>();

  UsageTable(UsageQuery query) {
    this.query = query;
  }

  void add(Flow flow) {
    if (query.filter().test().test(flow)) {
      List<Dimension> dimensions = query.dimensions();
      List<Object> values = dimensions.stream().map(dimension -> dimension.of(flow)).toList();
      groups.computeIfAbsent(values, key -> new UsageGroup(dimensions, key)).add(flow);
    }
  }

  /** The rows: ordered, cut at the limit, and no word about it. */
  List<Map<String, Object>> rows() {
    List<UsageGroup> ordered = new ArrayList<>(groups.values());
    ordered.sort(order());
    return ordered.stream().limit(query.limit()).map(UsageGroup::row).toList();
  }

  private Comparator<UsageGroup> order() {
    Comparator<UsageGroup> order = Comparator.comparing(group -> 0);
    for (String term : query.orderBy()) {
      String name = term.substring(0, term.lastIndexOf('_'));
      if (!name.contains("_") && !query.dimensions().contains(Dimension.named(name))) {
        throw QueryRefused.arguments("orderBy: " + name + " is not among the dimensions");
      }
      Comparator<UsageGroup> by =
          (one, other) -> Operator.compare(one.orderValue(name), other.orderValue(name));
      order = order.thenComparing(term.endsWith("_DESC") ? by.reversed() : by);
    }
    return order;
  }
}
