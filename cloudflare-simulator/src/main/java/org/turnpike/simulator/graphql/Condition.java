package org.turnpike.simulator.graphql;

import org.turnpike.simulator.traffic.Flow;

/** One field of a filter, such as {@code datetimeHour_geq: "…"}. */
record Condition(Dimension dimension, Operator operator, Object wanted) {

  static Condition of(String field, Object wanted) {
    for (Operator operator : Operator.values()) {
      if (operator != Operator.EQUAL && field.endsWith(operator.suffix())) {
        String name = field.substring(0, field.length() - operator.suffix().length());
        return new Condition(Dimension.named(name), operator, wanted);
      }
    }
    return new Condition(Dimension.named(field), Operator.EQUAL, wanted);
  }

  boolean test(Flow flow) {
    return operator.test(dimension.of(flow), wanted);
  }

  boolean mayHoldFor(String keyId) {
    return dimension != Dimension.KEY_ID || operator.test(keyId, wanted);
  }

  TimeSpan span() {
    if (!dimension.isTime() || operator == Operator.IN || operator == Operator.NOT_EQUAL) {
      return TimeSpan.ENDLESS;
    }
    return switch (operator) {
      case GREATER, GREATER_OR_EQUAL -> new TimeSpan(TimeSpan.start(wanted), null);
      case LESS -> new TimeSpan(null, TimeSpan.start(wanted));
      case LESS_OR_EQUAL -> new TimeSpan(null, TimeSpan.start(wanted).plus(dimension.unit()));
      default ->
          new TimeSpan(TimeSpan.start(wanted), TimeSpan.start(wanted).plus(dimension.unit()));
    };
  }
}
