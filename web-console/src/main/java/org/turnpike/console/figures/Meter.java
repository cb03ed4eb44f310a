package org.turnpike.console.figures;

import java.math.BigDecimal;
import java.math.RoundingMode;

/**
 * Used gigabytes against the free ones, on a scale with room for what may still come. Positions are
 * per cent of the scale's width, with one place.
 *
 * @param heading where the period is heading; null when that is not known
 */
public record Meter(BigDecimal usedGigabytes, BigDecimal freeGigabytes, Heading heading) {
  private static final BigDecimal HEADROOM = new BigDecimal("1.08");
  private static final BigDecimal STEP = BigDecimal.valueOf(50);

  /** The gigabytes a period may end with. */
  public record Heading(BigDecimal low, BigDecimal expected, BigDecimal high) {}

  public BigDecimal used() {
    return position(usedGigabytes);
  }

  public BigDecimal free() {
    return position(freeGigabytes);
  }

  public BigDecimal low() {
    return position(heading.low());
  }

  public BigDecimal expected() {
    return position(heading.expected());
  }

  /** The width of the band between low and high. */
  public BigDecimal band() {
    return position(heading.high()).subtract(low());
  }

  /** Where the label of the free gigabytes must go so that it stays on the scale. */
  public String freeSide() {
    if (free().compareTo(BigDecimal.valueOf(88)) > 0) {
      return "late";
    }
    return free().compareTo(BigDecimal.valueOf(14)) < 0 ? "early" : "amid";
  }

  public String freeLabel() {
    return Figures.whole(freeGigabytes) + " GB free";
  }

  public String endLabel() {
    return Figures.whole(end());
  }

  /** The drawing in a sentence, for those who hear the page. */
  public String spoken() {
    String now = "%s GB used, %s".formatted(Figures.roughly(usedGigabytes), freeLabel());
    return heading == null
        ? now
        : "%s; forecast %s GB, between %s and %s"
            .formatted(
                now,
                Figures.whole(heading.expected()),
                Figures.whole(heading.low()),
                Figures.whole(heading.high()));
  }

  private BigDecimal end() {
    BigDecimal furthest = usedGigabytes.max(heading == null ? BigDecimal.ZERO : heading.high());
    BigDecimal least = freeGigabytes.max(STEP).multiply(new BigDecimal("1.2"));
    return furthest
        .multiply(HEADROOM)
        .max(least)
        .divide(STEP, 0, RoundingMode.CEILING)
        .multiply(STEP);
  }

  private BigDecimal position(BigDecimal gigabytes) {
    return gigabytes.movePointRight(2).divide(end(), 1, RoundingMode.HALF_UP);
  }
}
