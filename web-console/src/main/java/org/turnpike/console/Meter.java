package org.turnpike.console;

import java.text.NumberFormat;
import java.util.Locale;

/**
 * Used gigabytes against the free ones, drawn on a scale that has room for what is to come. Display
 * figures only: percentages of the scale's width.
 */
public record Meter(double usedGigabytes, double freeGigabytes, Band forecast) {
  /** Where the period is heading, in gigabytes. */
  public record Band(double low, double expected, double high) {}

  public double getUsed() {
    return percent(usedGigabytes);
  }

  public boolean isFull() {
    return usedGigabytes >= end();
  }

  public double getFree() {
    return percent(freeGigabytes);
  }

  public double getBandStart() {
    return percent(forecast.low());
  }

  public double getBandWidth() {
    return percent(forecast.high()) - percent(forecast.low());
  }

  public double getExpected() {
    return percent(forecast.expected());
  }

  public String getFreeLabel() {
    return whole(freeGigabytes) + " GB free";
  }

  public String getEndLabel() {
    return whole(end());
  }

  /** The drawing in a sentence, for those who hear the page. */
  public String getSpoken() {
    var used = whole(usedGigabytes) + " of " + whole(freeGigabytes) + " GB free";
    return forecast == null
        ? used
        : used
            + "; forecast "
            + whole(forecast.expected())
            + " GB, between "
            + whole(forecast.low())
            + " and "
            + whole(forecast.high());
  }

  private double end() {
    var furthest = Math.max(usedGigabytes, forecast == null ? 0 : forecast.high());
    return Math.ceil(Math.max(freeGigabytes * 1.25, furthest * 1.05) / 100) * 100;
  }

  private double percent(double gigabytes) {
    return Math.min(100, 100 * gigabytes / end());
  }

  private static String whole(double gigabytes) {
    return NumberFormat.getIntegerInstance(Locale.ENGLISH).format(gigabytes);
  }
}
