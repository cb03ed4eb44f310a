package org.turnpike.simulator.graphql;

import java.util.Collection;
import java.util.regex.Pattern;

/** The suffix of a filter's field. */
enum Operator {
  EQUAL(""),
  GREATER("_gt"),
  LESS("_lt"),
  GREATER_OR_EQUAL("_geq"),
  LESS_OR_EQUAL("_leq"),
  NOT_EQUAL("_neq"),
  IN("_in"),
  LIKE("_like");

  private final String suffix;

  Operator(String suffix) {
    this.suffix = suffix;
  }

  String suffix() {
    return suffix;
  }

  boolean test(Object value, Object wanted) {
    return switch (this) {
      case EQUAL -> value.equals(wanted);
      case NOT_EQUAL -> !value.equals(wanted);
      case GREATER -> compare(value, wanted) > 0;
      case LESS -> compare(value, wanted) < 0;
      case GREATER_OR_EQUAL -> compare(value, wanted) >= 0;
      case LESS_OR_EQUAL -> compare(value, wanted) <= 0;
      case IN -> ((Collection<?>) wanted).contains(value);
      case LIKE -> like((String) wanted).matcher((String) value).matches();
    };
  }

  /** Both sides come from the same scalar, so they are of one type. */
  @SuppressWarnings("unchecked")
  static int compare(Object one, Object other) {
    return ((Comparable<Object>) one).compareTo(other);
  }

  private static Pattern like(String wanted) {
    StringBuilder regex = new StringBuilder();
    for (int i = 0; i < wanted.length(); i++) {
      char c = wanted.charAt(i);
      regex.append(c == '%' ? ".*" : c == '_' ? "." : Pattern.quote(String.valueOf(c)));
    }
    return Pattern.compile(regex.toString(), Pattern.DOTALL);
  }
}
