package org.turnpike.systemtests.benchmark;

import java.text.DecimalFormat;

/** What a ratio of Turnpike to another side must keep. */
record Bound(String text, double limit, boolean least) {
  static Bound atLeast(double limit) {
    return new Bound("at least " + number(limit), limit, true);
  }

  static Bound atMost(double limit) {
    return new Bound("at most " + number(limit), limit, false);
  }

  boolean allows(double ratio) {
    return least ? ratio >= limit : ratio <= limit;
  }

  /** Small ones as fractions, as people say them. */
  static String number(double ratio) {
    return ratio < 0.1 ? "1/%.0f".formatted(1 / ratio) : new DecimalFormat("0.##").format(ratio);
  }
}
