package org.turnpike.console.figures;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.text.NumberFormat;
import java.util.Locale;
import org.turnpike.shared.Money;

/** How figures are written in English; pages call these as functions. */
public final class Figures {
  private Figures() {}

  /** Gigabytes in a table: three places, so that a column lines up. */
  public static String gigabytes(BigDecimal gigabytes) {
    return number(gigabytes, 3, 3);
  }

  /** Gigabytes as the figure of a page: one place. */
  public static String roughly(BigDecimal gigabytes) {
    return number(gigabytes, 1, 1);
  }

  /** Gigabytes of what is only estimated: no places. */
  public static String whole(BigDecimal gigabytes) {
    return number(gigabytes, 0, 0);
  }

  public static String count(long count) {
    return number(BigDecimal.valueOf(count), 0, 0);
  }

  /** Gigabytes with all the places they have. */
  public static String exactly(BigDecimal gigabytes) {
    return number(gigabytes, 3, Math.max(3, gigabytes.scale()));
  }

  /** An amount in its currency's usual notation, with all the places it has. */
  public static String money(Money money) {
    int usual = money.currency().getDefaultFractionDigits();
    NumberFormat format = NumberFormat.getCurrencyInstance(Locale.US);
    format.setCurrency(money.currency());
    format.setMinimumFractionDigits(usual);
    format.setMaximumFractionDigits(Math.max(usual, money.amount().stripTrailingZeros().scale()));
    return format.format(money.amount());
  }

  /** Whole per cent of the whole; 0 of nothing. */
  public static int percent(BigDecimal part, BigDecimal whole) {
    return whole.signum() == 0
        ? 0
        : part.movePointRight(2).divide(whole, 0, RoundingMode.HALF_UP).intValueExact();
  }

  private static String number(BigDecimal value, int least, int most) {
    NumberFormat format = NumberFormat.getNumberInstance(Locale.ENGLISH);
    format.setRoundingMode(RoundingMode.HALF_UP);
    format.setMinimumFractionDigits(least);
    format.setMaximumFractionDigits(most);
    return format.format(value);
  }
}
