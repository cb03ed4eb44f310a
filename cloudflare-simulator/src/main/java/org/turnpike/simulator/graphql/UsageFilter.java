package org.turnpike.simulator.graphql;

import java.util.List;
import java.util.Map;
import java.util.function.Predicate;
import org.turnpike.simulator.traffic.Flow;

/**
 * A filter argument: all of its fields must hold, {@code AND} and {@code OR} nest.
 *
 * @param keys lets at least those keys through whose flows may pass: most queries ask for one, and
 *     need not wait for the traffic of all
 * @param span lets at least that time through, likewise
 */
record UsageFilter(Predicate<Flow> test, Predicate<String> keys, TimeSpan span) {

  private static final UsageFilter EVERYTHING =
      new UsageFilter(flow -> true, key -> true, TimeSpan.ENDLESS);

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
    return new UsageFilter(condition::test, condition::mayHoldFor, condition.span());
  }

  /** The schema lets nothing but input objects in here. */
  @SuppressWarnings("unchecked")
  private static List<UsageFilter> nested(Object value) {
    return ((List<Map<String, Object>>) value).stream().map(UsageFilter::of).toList();
  }

  private UsageFilter and(UsageFilter other) {
    return new UsageFilter(test.and(other.test), keys.and(other.keys), span.and(other.span));
  }

  private UsageFilter or(UsageFilter other) {
    return new UsageFilter(test.or(other.test), keys.or(other.keys), span.or(other.span));
  }
}
