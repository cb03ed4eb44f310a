package org.turnpike.analytics;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.ZoneId;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.turnpike.identity.Caller;
import org.turnpike.identity.Scope;
import org.turnpike.shared.TenantId;
import org.turnpike.shared.TimeRange;
import org.turnpike.shared.Transactions;
import org.turnpike.turnkey.TurnKey;
import org.turnpike.turnkey.TurnKeyId;
import org.turnpike.turnkey.TurnKeys;

/** A tenant's usage by who and where, and how many connections there were: for display alone. */
@ApplicationScoped
public class BreakDownUsage {
  /** More rows than anybody reads; the rest is what the ledger has more. */
  private static final int MOST_ROWS = 100;

  private ReportUsage usage;
  private TurnKeys keys;
  private UsageBreakdowns breakdowns;
  private BreakdownReports reports;
  private Transactions transactions;

  protected BreakDownUsage() {}

  @Inject
  public BreakDownUsage(
      ReportUsage usage,
      TurnKeys keys,
      UsageBreakdowns breakdowns,
      BreakdownReports reports,
      Transactions transactions) {
    this.usage = usage;
    this.keys = keys;
    this.breakdowns = breakdowns;
    this.reports = reports;
    this.transactions = transactions;
  }

  /** The series of the steps of the range, as {@link ReportUsage#series} has them. */
  public BreakdownSeries by(
      Caller caller,
      Dimension dimension,
      TenantId tenant,
      TimeRange range,
      Granularity granularity,
      ZoneId zone) {
    caller.require(Scope.USAGE, tenant);
    return transactions.call(
        caller.reach(),
        () -> {
          UsageSeries ledger = usage.series(caller, tenant, range, granularity, zone);
          List<BreakdownSeries.Row> rows =
              reports.rows(tenant, dimension, range, granularity, ledger.zone(), MOST_ROWS);
          return BreakdownSeries.of(
              dimension,
              ledger,
              rows,
              Coverage.of(keys.of(tenant), breakdowns.known(Set.of(tenant))));
        });
  }

  /** Connections in the steps of a series. */
  public ConnectionsSeries connections(Caller caller, TenantId tenant, UsageSeries beside) {
    caller.require(Scope.USAGE, tenant);
    return transactions.call(
        caller.reach(),
        () -> {
          List<TurnKey> all = keys.of(tenant);
          Map<TurnKeyId, TimeRange> known = breakdowns.known(Set.of(tenant));
          Map<TurnKeyId, List<BreakdownReports.Step>> steps =
              reports.connections(tenant, beside.range(), beside.granularity(), beside.zone());
          List<ConnectionsSeries.KeyRow> rows =
              all.stream()
                  .filter(key -> known.containsKey(key.id()) && steps.containsKey(key.id()))
                  .map(
                      key ->
                          ConnectionsSeries.row(
                              key, steps.get(key.id()), beside, known.get(key.id())))
                  .flatMap(Optional::stream)
                  .sorted(
                      Comparator.comparing((ConnectionsSeries.KeyRow row) -> row.whole().mean())
                          .reversed())
                  .toList();
          return new ConnectionsSeries(rows, Coverage.of(all, known));
        });
  }
}
