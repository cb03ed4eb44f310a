package org.turnpike.console.figures;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.text.NumberFormat;
import java.util.Locale;
import java.util.Optional;

/** How ratios are written; a dash where there is nothing to divide by. */
public final class Ratios {
  private static final String NONE = "–";
  private static final BigDecimal SMALL = BigDecimal.ONE;

  private Ratios() {}

  /** Whole per cent; what is nearly all is not written as all. */
  public static String percent(Optional<BigDecimal> ratio) {
    return ratio.map(value -> whole(value) + " %").orElse(NONE);
  }

  /** So many for each one: with as many places as it takes to see how few. */
  public static String perOne(Optional<BigDecimal> ratio) {
    return ratio.map(Ratios::places).orElse(NONE);
  }

  /** Whole per cent of the whole, at most all of it; nothing of nothing. */
  public static long share(long part, long whole) {
    return whole == 0 ? 0 : Math.min(100, Math.round(100.0 * part / whole));
  }

  private static String whole(BigDecimal ratio) {
    RoundingMode rounding =
        ratio.compareTo(BigDecimal.ONE) < 0 && ratio.compareTo(new BigDecimal("0.99")) > 0
            ? RoundingMode.DOWN
            : RoundingMode.HALF_UP;
    return ratio.movePointRight(2).setScale(0, rounding).toPlainString();
  }

  private static String places(BigDecimal ratio) {
    NumberFormat format = NumberFormat.getNumberInstance(Locale.ENGLISH);
    format.setRoundingMode(RoundingMode.HALF_UP);
    format.setMaximumFractionDigits(ratio.compareTo(SMALL) < 0 ? 4 : 2);
    return format.format(ratio);
  }
}
