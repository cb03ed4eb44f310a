package org.turnpike.billing;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.Clock;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.turnpike.identity.Caller;
import org.turnpike.identity.Scope;
import org.turnpike.shared.DataVolume;
import org.turnpike.shared.Rejected;
import org.turnpike.shared.TenantId;
import org.turnpike.shared.TimeRange;
import org.turnpike.shared.Transactions;
import org.turnpike.tenant.AccountId;
import org.turnpike.tenant.CloudflareAccount;
import org.turnpike.tenant.CloudflareAccounts;
import org.turnpike.tenant.Tenant;
import org.turnpike.tenant.Tenants;
import org.turnpike.turnkey.TurnKey;
import org.turnpike.turnkey.TurnKeyId;
import org.turnpike.turnkey.TurnKeys;
import org.turnpike.usage.CollectionMark;
import org.turnpike.usage.CollectionMarks;
import org.turnpike.usage.Completeness;
import org.turnpike.usage.LostUsage;
import org.turnpike.usage.RelayedVolume;
import org.turnpike.usage.UsageLedger;

/** Draws up statements from the ledger, afresh each time they are asked for. */
@ApplicationScoped
public class DrawUpStatements {
  /** The name of the period that is running. */
  public static final String CURRENT = "current";

  private Tenants tenants;
  private CloudflareAccounts accounts;
  private TurnKeys keys;
  private UsageLedger ledger;
  private CollectionMarks marks;
  private RatePlans plans;
  private Transactions transactions;
  private Clock clock;

  protected DrawUpStatements() {}

  @Inject
  public DrawUpStatements(
      Tenants tenants,
      CloudflareAccounts accounts,
      TurnKeys keys,
      UsageLedger ledger,
      CollectionMarks marks,
      RatePlans plans,
      Transactions transactions,
      Clock clock) {
    this.tenants = tenants;
    this.accounts = accounts;
    this.keys = keys;
    this.ledger = ledger;
    this.marks = marks;
    this.plans = plans;
    this.transactions = transactions;
    this.clock = clock;
  }

  /**
   * One tenant's statement; there is none before its first of {@link #periods}.
   *
   * @param period such as {@code 2026-11}, or {@link #CURRENT}
   */
  public Statement of(Caller caller, TenantId id, String period) {
    caller.require(Scope.FINANCE, id);
    return transactions.call(
        caller.reach(),
        () -> {
          Tenant tenant = find(id);
          Statement statement = drawUp(List.of(tenant), period).get(0);
          if (statement.period().compareTo(first(tenant)) < 0) {
            throw Rejected.notFound("statement: the tenant had relayed nothing yet");
          }
          return statement;
        });
  }

  /** What the period before came to: nothing, if it was before the first. */
  public Statement before(Caller caller, Statement statement) {
    TenantId id = statement.tenant().id();
    caller.require(Scope.FINANCE, id);
    String period = statement.period().previous().name();
    return transactions.call(caller.reach(), () -> drawUp(List.of(find(id)), period).get(0));
  }

  /** Every tenant's of the caller's reach, by name. */
  public List<Statement> all(Caller caller, String period) {
    Set<TenantId> reach = caller.reach(Scope.FINANCE);
    return transactions.call(caller.reach(), () -> drawUp(tenants.all(reach), period));
  }

  /** The periods of a tenant from the first with usage to the running one, newest first. */
  public List<BillingPeriod> periods(Caller caller, TenantId id) {
    caller.require(Scope.FINANCE, id);
    return transactions.call(
        caller.reach(),
        () -> {
          Tenant tenant = find(id);
          BillingPeriod first = first(tenant);
          BillingPeriod period = current(tenant);
          List<BillingPeriod> periods = new ArrayList<>();
          periods.add(period);
          while (period.compareTo(first) > 0) {
            period = period.previous();
            periods.add(period);
          }
          return periods;
        });
  }

  private Tenant find(TenantId id) {
    return tenants.find(id).orElseThrow(() -> Rejected.notFound("tenant"));
  }

  private BillingPeriod current(Tenant tenant) {
    return BillingPeriod.at(clock.instant(), account(tenant).billingDay());
  }

  /** The first with usage; the running one when there was none. */
  private BillingPeriod first(Tenant tenant) {
    return ledger
        .firstWindow(tenant.id())
        .map(window -> BillingPeriod.at(window, account(tenant).billingDay()))
        .orElseGet(() -> current(tenant));
  }

  private List<Statement> drawUp(List<Tenant> of, String name) {
    Map<AccountId, List<Tenant>> byAccount =
        of.stream().collect(Collectors.groupingBy(Tenant::account));
    List<Statement> statements = new ArrayList<>();
    byAccount
        .values()
        .forEach(
            group -> {
              int billingDay = account(group.get(0)).billingDay();
              BillingPeriod period =
                  name.equals(CURRENT)
                      ? BillingPeriod.at(clock.instant(), billingDay)
                      : BillingPeriod.named(name, billingDay);
              if (!period.start().isAfter(clock.instant())) { // each account has its own day
                statements.addAll(drawUp(group, period));
              }
            });
    if (statements.isEmpty() && !of.isEmpty()) {
      throw Rejected.notFound("statement yet: the period " + name + " lies ahead");
    }
    statements.sort(Comparator.comparing(statement -> statement.tenant().name()));
    return statements;
  }

  private List<Statement> drawUp(List<Tenant> group, BillingPeriod period) {
    Set<TenantId> ids = group.stream().map(Tenant::id).collect(Collectors.toSet());
    TimeRange range = period.range();
    Map<TenantId, Map<TurnKeyId, RelayedVolume>> totals = ledger.totals(ids, range);
    UsageLedger.Head head = ledger.head();
    Map<TenantId, List<CollectionMark>> collected =
        marks.of(ids).stream().collect(Collectors.groupingBy(CollectionMark::tenant));
    Map<TenantId, List<LostUsage>> lost =
        marks.lost(ids).stream().collect(Collectors.groupingBy(LostUsage::tenant));
    List<TurnKey> keysOfAll = keys.meteredFor(ids);
    Map<TurnKeyId, TurnKey> keysById =
        keysOfAll.stream().collect(Collectors.toMap(TurnKey::id, Function.identity()));
    Map<TenantId, List<TurnKey>> keysByTenant =
        keysOfAll.stream().collect(Collectors.groupingBy(TurnKey::tenant));
    Map<String, RatePlan> plansByCode =
        plans.all().stream().collect(Collectors.toMap(RatePlan::code, Function.identity()));
    return group.stream()
        .map(
            tenant ->
                drawUp(
                    tenant,
                    period,
                    plansByCode.get(tenant.plan()),
                    lines(totals.getOrDefault(tenant.id(), Map.of()), keysById),
                    Completeness.of(
                        keysByTenant.getOrDefault(tenant.id(), List.of()),
                        collected.getOrDefault(tenant.id(), List.of()),
                        lost.getOrDefault(tenant.id(), List.of())),
                    head))
        .toList();
  }

  private static List<Statement.Line> lines(
      Map<TurnKeyId, RelayedVolume> volumes, Map<TurnKeyId, TurnKey> keysById) {
    return volumes.entrySet().stream()
        .filter(entry -> keysById.containsKey(entry.getKey())) // another's by now: nothing is left
        .map(entry -> new Statement.Line(keysById.get(entry.getKey()), entry.getValue()))
        .sorted(Comparator.comparing((Statement.Line line) -> line.volume().egress()).reversed())
        .toList();
  }

  private static Statement drawUp(
      Tenant tenant,
      BillingPeriod period,
      RatePlan plan,
      List<Statement.Line> lines,
      Completeness completeness,
      UsageLedger.Head head) {
    DataVolume egress =
        lines.stream()
            .map(line -> line.volume().egress())
            .reduce(DataVolume.NONE, DataVolume::plus);
    Charge charge = Rating.rate(egress, plan);
    return new Statement(
        tenant,
        period,
        Statement.Status.OPEN,
        plan,
        charge,
        lines,
        List.of(),
        charge.amount().rounded(),
        completeness,
        head);
  }

  private CloudflareAccount account(Tenant tenant) {
    return accounts.find(tenant.account()).orElseThrow();
  }
}
