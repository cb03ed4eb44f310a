package org.turnpike.analytics;

import java.time.Instant;
import java.time.ZoneId;
import java.util.List;
import org.turnpike.shared.TimeRange;
import org.turnpike.turnkey.TurnKey;
import org.turnpike.usage.Completeness;
import org.turnpike.usage.RelayedVolume;

/**
 * Usage of one tenant over time, from the ledger alone, so that it agrees with what is billed.
 *
 * @param zone whose days and months the steps are
 * @param keys a row for each TURN key that relayed anything in the range, the largest first
 */
public record UsageSeries(
    TimeRange range,
    Granularity granularity,
    ZoneId zone,
    List<KeyRow> keys,
    RelayedVolume total,
    Completeness completeness) {
  /** One TURN key's points, those without usage left out. */
  public record KeyRow(TurnKey turnKey, List<Point> points, RelayedVolume total) {}

  /** What was relayed in the step that starts there. */
  public record Point(Instant start, RelayedVolume volume) {}
}
