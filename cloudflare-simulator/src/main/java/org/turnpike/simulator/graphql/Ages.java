package org.turnpike.simulator.graphql;

import java.time.Duration;

/** Durations as Cloudflare's messages spell them: {@code 13w1d}, {@code 4w3d1s}. */
final class Ages {

  private Ages() {}

  static String spelt(Duration duration) {
    long days = duration.toDays();
    StringBuilder text = new StringBuilder();
    append(text, days / 7, "w");
    append(text, days % 7, "d");
    append(text, duration.toHoursPart(), "h");
    append(text, duration.toMinutesPart(), "m");
    append(text, duration.toSecondsPart(), "s");
    append(text, duration.toMillisPart(), "ms");
    return text.length() == 0 ? "0s" : text.toString();
  }

  private static void append(StringBuilder text, long amount, String unit) {
    if (amount != 0) {
      text.append(amount).append(unit);
    }
  }
}
