package org.turnpike.systemtests.benchmark;

/**
 * A line of the table.
 *
 * @param ratio of Turnpike's median to this side's; empty for Turnpike
 * @param required of the ratio; empty when nothing is
 */
record Row(
    String what,
    String side,
    String median,
    String spread,
    String ratio,
    String required,
    Verdict verdict) {
  enum Verdict {
    MET("met"),
    NOT_MET("**not met**"),
    NOTHING_REQUIRED("");

    private final String text;

    Verdict(String text) {
      this.text = text;
    }
  }

  String markdown() {
    return "| "
        + String.join(" | ", what, side, median, spread, ratio, required, verdict.text)
        + " |";
  }
}
