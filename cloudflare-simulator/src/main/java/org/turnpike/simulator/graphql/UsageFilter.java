package org.turnpike.simulator.graphql;

import java.util.List;
import java.util.Map;
import java.util.function.Predicate;
import org.turnpike.simulator.traffic.Flow;

/** A filter argument: all of its fields must hold, {@code AND} and {@code OR} nest. */
record UsageFilter(Predicate<Flow> test, TimeSpan span) {

  private static final UsageFilter EVERYTHING = new UsageFilter(flow -> true, TimeSpan.ENDLESS);

  static UsageFilter of(Map<String, Object> argument) {
    UsageFilter filter = EVERYTHING;
    for (Map.Entry<String, Object> field : argument.entrySet()) {
      if (field.getValue() != null) {
        filter = filter.and(field(field.getKey(), field.getValue()));
      }
    }
    return filter;
  }

  private static UsageFilter field(String name, Object value) {
    if (name.equals("AND")) {
      return nested(value).stream().reduce(EVERYTHING, UsageFilter::and);
    }
    if (name.equals("OR")) {
      return nested(value).stream().reduce(UsageFilter::or).orElse(EVERYTHING);
    }
    Condition condition = Condition.of(name, value);
    return new UsageFilter(condition::test, condition.span());
  }

  /** The schema lets nothing but input objects in here. */
  @SuppressWarnings("unchecked")
  private static List<UsageFilter> nested(Object value) {
    return ((List<Map<String, Object>>) value).stream().map(UsageFilter::of).toList();
  }

  private UsageFilter and(UsageFilter other) {
    return new UsageFilter(test.and(other.test), span.and(other.span));
  }

  private UsageFilter or(UsageFilter other) {
    return new UsageFilter(test.or(other.test), span.or(other.span));
  }
}
