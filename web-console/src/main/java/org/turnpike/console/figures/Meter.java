package org.turnpike.console.figures;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.text.NumberFormat;
import java.util.Locale;

/**
 * Used gigabytes against the free ones, on a scale with room for what may still come. Positions are
 * per cent of the scale's width, with one place.
 */
public record Meter(BigDecimal usedGigabytes, BigDecimal freeGigabytes) {
  private static final BigDecimal HEADROOM = new BigDecimal("1.25");
  private static final BigDecimal STEP = BigDecimal.valueOf(50);

  public BigDecimal used() {
    return position(usedGigabytes);
  }

  public BigDecimal free() {
    return position(freeGigabytes);
  }

  /** Whether the mark of the free gigabytes stands so far right that its label must not. */
  public boolean freeIsLate() {
    return free().compareTo(BigDecimal.valueOf(88)) > 0;
  }

  /** Whether the mark of the free gigabytes stands so far left that its label must not. */
  public boolean freeIsEarly() {
    return free().compareTo(BigDecimal.valueOf(14)) < 0;
  }

  public String freeLabel() {
    return whole(freeGigabytes) + " GB free";
  }

  public String endLabel() {
    return whole(end());
  }

  /** The drawing in a sentence, for those who hear the page. */
  public String spoken() {
    return "%s GB used, %s".formatted(Figures.roughly(usedGigabytes), freeLabel());
  }

  private BigDecimal end() {
    BigDecimal furthest = freeGigabytes.max(usedGigabytes).max(BigDecimal.ONE);
    return furthest.multiply(HEADROOM).divide(STEP, 0, RoundingMode.CEILING).multiply(STEP);
  }

  private BigDecimal position(BigDecimal gigabytes) {
    return gigabytes.movePointRight(2).divide(end(), 1, RoundingMode.HALF_UP);
  }

  private static String whole(BigDecimal gigabytes) {
    return NumberFormat.getIntegerInstance(Locale.ENGLISH).format(gigabytes);
  }
}
