package org.turnpike.quality;

import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.turnpike.shared.TimeRange;

/**
 * How a tenant's calls fared, of those first told of within the range.
 *
 * @param taken whether reports are taken now
 * @param lastAt when one came last; null before the first
 */
public record RelayQuality(
    TimeRange range,
    boolean taken,
    Instant lastAt,
    QualityFigures whole,
    List<RelayReports.OfPath> byPath,
    List<RelayReports.OfCountry> byCountry,
    Map<AllocationLimit, Long> near,
    Map<FailedJoin, Long> failures) {
  public long failed() {
    return failures.values().stream().mapToLong(Long::longValue).sum();
  }
}
