package org.turnpike.analytics;

import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import org.turnpike.shared.Setting;
import org.turnpike.shared.Settings;

/** How long break-downs are kept: by whole hours, which they are read and known by. */
final class DisplayRetention {
  private DisplayRetention() {}

  /**
   * The start of the first hour that is kept, all of which is within the retention: an hour goes
   * when its first minute is past it.
   */
  static Instant since(Settings settings, Instant now) {
    Instant past = now.minus(settings.duration(Setting.RETENTION_DISPLAY));
    return past.plus(Duration.ofHours(1)).minusNanos(1).truncatedTo(ChronoUnit.HOURS);
  }
}
