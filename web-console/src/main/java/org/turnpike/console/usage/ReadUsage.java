package org.turnpike.console.usage;

import jakarta.enterprise.context.Dependent;
import jakarta.inject.Inject;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import org.turnpike.analytics.BreakDownUsage;
import org.turnpike.analytics.BreakdownSeries;
import org.turnpike.analytics.ConnectionsSeries;
import org.turnpike.analytics.Coverage;
import org.turnpike.analytics.Granularity;
import org.turnpike.analytics.ReportUsage;
import org.turnpike.analytics.UsageSeries;
import org.turnpike.identity.Caller;
import org.turnpike.shared.TenantId;
import org.turnpike.shared.TimeRange;

/** Reads what a view of usage shows: the page and its file read the same. */
@Dependent
public class ReadUsage {
  @Inject ReportUsage reports;
  @Inject BreakDownUsage breakDown;

  private record Part(UsageSeries ledger, List<UsageLine> lines, Coverage coverage) {}

  UsageInView of(Caller caller, TenantId tenant, UsageView view) {
    Range range = view.range();
    Part now =
        part(caller, tenant, view.grouping(), range.time(), range.granularity(), range.zone());
    return new UsageInView(
        view,
        now.ledger(),
        now.lines(),
        now.coverage(),
        view.compared() ? earlier(caller, tenant, view, now) : null);
  }

  /** Only its totals are shown, which are the same in any steps. */
  private UsageInView.Earlier earlier(Caller caller, TenantId tenant, UsageView view, Part now) {
    TimeRange before = view.before(now.ledger().completeness().completeThrough());
    Part then = part(caller, tenant, view.grouping(), before, Granularity.DAY, ZoneOffset.UTC);
    return new UsageInView.Earlier(before, then.ledger(), then.lines());
  }

  private Part part(
      Caller caller,
      TenantId tenant,
      Grouping grouping,
      TimeRange range,
      Granularity granularity,
      ZoneId zone) {
    if (grouping.dimension() == null) {
      UsageSeries series = reports.series(caller, tenant, range, granularity, zone);
      ConnectionsSeries connections = breakDown.connections(caller, tenant, series);
      return new Part(
          series,
          series.keys().stream().map(key -> UsageLine.of(key, connections)).toList(),
          connections.coverage());
    }
    BreakdownSeries series =
        breakDown.by(caller, grouping.dimension(), tenant, range, granularity, zone);
    List<UsageLine> lines = new ArrayList<>();
    series.rows().forEach(row -> lines.add(UsageLine.of(row, grouping)));
    if (!series.other().isEmpty()) {
      lines.add(UsageLine.other(series.other()));
    }
    return new Part(series.ledger(), List.copyOf(lines), series.coverage());
  }
}
