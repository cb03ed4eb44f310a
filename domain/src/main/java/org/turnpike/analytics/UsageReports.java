package org.turnpike.analytics;

import java.time.ZoneId;
import java.util.List;
import java.util.Map;
import org.turnpike.shared.TenantId;
import org.turnpike.shared.TimeRange;
import org.turnpike.turnkey.TurnKeyId;

/** Sums over the ledger, made where the ledger is. */
public interface UsageReports {
  /** By TURN key, the steps with usage in order of time; keys without usage are left out. */
  Map<TurnKeyId, List<UsageSeries.Point>> series(
      TenantId tenant, TimeRange range, Granularity granularity, ZoneId zone);
}
