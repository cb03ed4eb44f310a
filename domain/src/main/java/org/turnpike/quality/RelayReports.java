package org.turnpike.quality;

import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.turnpike.shared.TenantId;
import org.turnpike.shared.TimeRange;

/**
 * What browsers told of calls, the latest of each call. A call belongs to the instant at which it
 * was first told of.
 */
public interface RelayReports {
  /** Takes the place of an earlier report of the call; an older one, or the same, does nothing. */
  void keep(TenantId tenant, RelayReport report, Instant now);

  /** Of all calls that connected. */
  QualityFigures whole(TenantId tenant, TimeRange range);

  /** The same by the way they went, most calls first. */
  List<OfPath> byPath(TenantId tenant, TimeRange range);

  /** The same by country, most calls first. */
  List<OfCountry> byCountry(TenantId tenant, TimeRange range);

  /** How many relayed calls came near each limit; none is left out. */
  Map<AllocationLimit, Long> near(TenantId tenant, TimeRange range);

  /** How many joins failed, by reason; those for which none did are left out. */
  Map<FailedJoin, Long> failures(TenantId tenant, TimeRange range);

  /** When a call of the tenant was last told of. */
  Optional<Instant> lastAt(TenantId tenant);

  /** Deletes calls that were last told of before that instant; says how many. */
  int forgetBefore(Instant instant);

  /** One way, and the calls that went it. */
  record OfPath(CallPath path, QualityFigures figures) {}

  /** One country, and the calls from there. */
  record OfCountry(Country country, QualityFigures figures) {}
}
