package org.turnpike.console;

import java.math.BigDecimal;
import java.text.NumberFormat;
import java.util.Locale;

/** How figures are written in English: thousands by comma, gigabytes with three places. */
final class Format {
  private Format() {}

  static String gigabytes(BigDecimal gigabytes) {
    var format = NumberFormat.getNumberInstance(Locale.ENGLISH);
    format.setMinimumFractionDigits(3);
    format.setMaximumFractionDigits(3);
    return format.format(gigabytes);
  }
}
