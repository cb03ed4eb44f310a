package org.turnpike.usage;

import java.util.List;
import org.turnpike.shared.TimeRange;

/**
 * One answer of Cloudflare's.
 *
 * @param range what it tells all of
 * @param readings the windows with any usage, in order of time, each once
 */
public record UsageAnswer(TimeRange range, List<UsageReading> readings, Evidence evidence) {
  public UsageAnswer {
    readings = List.copyOf(readings);
  }
}
