package org.turnpike.cloudflare;

import java.time.Duration;
import java.time.Instant;
import org.apache.hc.client5.http.utils.DateUtils;

/** The header of that name: seconds, or a date. */
public final class RetryAfter {
  private static final Duration LEAST = Duration.ofSeconds(1);
  private static final Duration MOST = Duration.ofHours(1);

  private RetryAfter() {}

  /**
   * How long to wait, kept within a second and an hour.
   *
   * @param header null when the reply has none
   * @param otherwise where it says nothing that can be read
   */
  public static Duration parse(String header, Instant now, Duration otherwise) {
    if (header == null) {
      return otherwise;
    }
    String text = header.strip();
    if (text.matches("\\d{1,9}")) {
      return within(Duration.ofSeconds(Long.parseLong(text)));
    }
    Instant date = DateUtils.parseStandardDate(text);
    return date == null ? otherwise : within(Duration.between(now, date));
  }

  private static Duration within(Duration wait) {
    if (wait.compareTo(LEAST) < 0) {
      return LEAST;
    }
    return wait.compareTo(MOST) > 0 ? MOST : wait;
  }
}
