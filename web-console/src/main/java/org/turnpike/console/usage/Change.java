package org.turnpike.console.usage;

import java.math.BigDecimal;
import java.math.RoundingMode;
import org.turnpike.console.figures.Figures;

/** How a figure differs from the one before, in words: colour alone tells nobody. */
final class Change {
  private Change() {}

  /**
   * Such as "12 % more".
   *
   * @param before null when it is not known
   */
  static String of(BigDecimal now, BigDecimal before) {
    if (before == null) {
      return "–";
    }
    int direction = now.compareTo(before);
    if (direction == 0) {
      return now.signum() == 0 ? "nothing, as before" : "the same";
    }
    if (before.signum() == 0) {
      return "nothing before";
    }
    String word = direction > 0 ? " more" : " less";
    BigDecimal percent =
        now.subtract(before).abs().movePointRight(2).divide(before.abs(), 0, RoundingMode.HALF_UP);
    return percent.signum() == 0 ? "less than 1 %" + word : Figures.whole(percent) + " %" + word;
  }
}
