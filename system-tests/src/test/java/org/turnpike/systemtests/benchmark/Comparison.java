package org.turnpike.systemtests.benchmark;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** One figure of Turnpike beside that of each other side. */
final class Comparison {
  private final String what;
  private final String format;
  private final Map<Side, Samples> taken;
  private final Side turnpike;
  private final Map<Side, Bound> bounds = new LinkedHashMap<>();

  /**
   * Of measured sides, Turnpike among them.
   *
   * @param format of a figure, such as {@code %.3f}
   */
  Comparison(String what, String format, Side turnpike, Map<Side, Samples> taken) {
    this.what = what;
    this.format = format;
    this.turnpike = turnpike;
    this.taken = taken;
  }

  /** Turnpike's median by this side's. */
  Comparison require(Side side, Bound bound) {
    bounds.put(side, bound);
    return this;
  }

  List<Row> rows() {
    return taken.keySet().stream().map(this::row).toList();
  }

  private Row row(Side side) {
    Samples samples = taken.get(side);
    Bound bound = bounds.get(side);
    double ratio = taken.get(turnpike).median() / samples.median();
    return new Row(
        what,
        side.name() + failures(samples),
        format.formatted(samples.median()),
        format.formatted(samples.least()) + " – " + format.formatted(samples.most()),
        side.equals(turnpike) ? "" : Bound.number(ratio),
        bound == null ? "" : bound.text(),
        verdict(bound, ratio, samples));
  }

  /** Errors are quick: no figure with errors in it meets anything. */
  private Row.Verdict verdict(Bound bound, double ratio, Samples samples) {
    if (bound == null) {
      return Row.Verdict.NOTHING_REQUIRED;
    }
    boolean clean = samples.failures() + taken.get(turnpike).failures() == 0;
    return clean && bound.allows(ratio) ? Row.Verdict.MET : Row.Verdict.NOT_MET;
  }

  private static String failures(Samples samples) {
    return samples.failures() == 0 ? "" : " (%d failed)".formatted(samples.failures());
  }
}
