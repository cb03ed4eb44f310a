package org.turnpike.analytics;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.turnpike.identity.Caller;
import org.turnpike.identity.Scope;
import org.turnpike.shared.DataVolume;
import org.turnpike.shared.Rejected;
import org.turnpike.shared.Slice;
import org.turnpike.shared.TenantId;
import org.turnpike.shared.TimeRange;
import org.turnpike.shared.TimeZones;
import org.turnpike.shared.Transactions;
import org.turnpike.tenant.Tenants;
import org.turnpike.turnkey.TurnKey;
import org.turnpike.turnkey.TurnKeyId;
import org.turnpike.turnkey.TurnKeys;
import org.turnpike.usage.CollectionMarks;
import org.turnpike.usage.Completeness;
import org.turnpike.usage.RelayedVolume;
import org.turnpike.usage.UsageLedger;
import org.turnpike.usage.UsageRecord;

/** A tenant's usage over time, and the ledger's lines behind it. */
@ApplicationScoped
public class ReportUsage {
  private static final Duration LONGEST_BY_HOUR = Duration.ofDays(62);

  private Tenants tenants;
  private TurnKeys keys;
  private UsageReports reports;
  private UsageLedger ledger;
  private CollectionMarks marks;
  private Transactions transactions;

  protected ReportUsage() {}

  @Inject
  public ReportUsage(
      Tenants tenants,
      TurnKeys keys,
      UsageReports reports,
      UsageLedger ledger,
      CollectionMarks marks,
      Transactions transactions) {
    this.tenants = tenants;
    this.keys = keys;
    this.reports = reports;
    this.ledger = ledger;
    this.marks = marks;
    this.transactions = transactions;
  }

  /** The series of the windows that start in the range. */
  public UsageSeries series(
      Caller caller, TenantId tenant, TimeRange range, Granularity granularity, ZoneId zone) {
    caller.require(Scope.USAGE, tenant);
    ZoneId named = zone.equals(ZoneOffset.UTC) ? zone : TimeZones.named(zone.getId());
    if (granularity == Granularity.HOUR && range.length().compareTo(LONGEST_BY_HOUR) > 0) {
      throw Rejected.invalid("granularity", "By the hour, ask for at most 62 days.");
    }
    return transactions.call(
        caller.reach(),
        () -> {
          requireTenant(tenant);
          List<TurnKey> all = keys.meteredFor(Set.of(tenant));
          Map<TurnKeyId, TurnKey> byId =
              all.stream().collect(Collectors.toMap(TurnKey::id, Function.identity()));
          List<UsageSeries.KeyRow> rows =
              reports.series(tenant, range, granularity, named).entrySet().stream()
                  .filter(entry -> byId.containsKey(entry.getKey())) // else another's: nothing left
                  .map(entry -> row(byId.get(entry.getKey()), entry.getValue()))
                  .sorted(
                      Comparator.comparing((UsageSeries.KeyRow row) -> row.total().egress())
                          .reversed())
                  .toList();
          RelayedVolume total =
              rows.stream()
                  .map(UsageSeries.KeyRow::total)
                  .reduce(RelayedVolume.NONE, RelayedVolume::plus);
          Completeness completeness = completeness(tenant, all);
          return new UsageSeries(range, granularity, named, rows, total, completeness);
        });
  }

  /**
   * Where the tenant's egress of a running period is heading; nothing before the first reading,
   * once the period is over, or without history.
   */
  public Optional<Forecast> forecast(Caller caller, TenantId tenant, TimeRange period) {
    caller.require(Scope.USAGE, tenant);
    return transactions.call(
        caller.reach(),
        () -> {
          Instant through = completeness(tenant, keys.meteredFor(Set.of(tenant))).completeThrough();
          Optional<Instant> first = ledger.firstWindow(tenant);
          if (through == null || !period.contains(through) || first.isEmpty()) {
            return Optional.empty();
          }
          LocalDate historyStart = first.get().atOffset(ZoneOffset.UTC).toLocalDate().plusDays(1);
          TimeRange history =
              new TimeRange(through.minus(Duration.ofDays(Forecast.HISTORY_DAYS + 1)), through);
          List<UsageSeries.Point> daily =
              reports.series(tenant, history, Granularity.DAY, ZoneOffset.UTC).values().stream()
                  .flatMap(List::stream)
                  .toList();
          DataVolume soFar = egress(tenant, period.start(), through);
          return Forecast.of(daily, historyStart, soFar, through, period.end());
        });
  }

  /** Some keys are further than others: what lies ahead of the end is not counted. */
  private DataVolume egress(TenantId tenant, Instant start, Instant end) {
    if (!start.isBefore(end)) {
      return DataVolume.NONE;
    }
    return ledger
        .totals(Set.of(tenant), new TimeRange(start, end))
        .getOrDefault(tenant, Map.of())
        .values()
        .stream()
        .map(RelayedVolume::egress)
        .reduce(DataVolume.NONE, DataVolume::plus);
  }

  /** The ledger's lines of the windows that start in the range, in order of posting. */
  public Slice<UsageRecord> ledger(
      Caller caller, TenantId tenant, TimeRange range, Slice.Request page) {
    caller.require(Scope.USAGE, tenant);
    return transactions.call(
        caller.reach(),
        () -> {
          requireTenant(tenant);
          return ledger.records(tenant, range, page);
        });
  }

  private Completeness completeness(TenantId tenant, List<TurnKey> of) {
    Set<TenantId> alone = Set.of(tenant);
    return Completeness.of(of, marks.of(alone), marks.lost(alone));
  }

  private void requireTenant(TenantId tenant) {
    if (tenants.find(tenant).isEmpty()) {
      throw Rejected.notFound("tenant");
    }
  }

  private static UsageSeries.KeyRow row(TurnKey key, List<UsageSeries.Point> points) {
    return new UsageSeries.KeyRow(
        key,
        points,
        points.stream()
            .map(UsageSeries.Point::volume)
            .reduce(RelayedVolume.NONE, RelayedVolume::plus));
  }
}
