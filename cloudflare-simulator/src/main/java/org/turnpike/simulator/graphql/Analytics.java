package org.turnpike.simulator.graphql;

import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.turnpike.simulator.account.Accounts;
import org.turnpike.simulator.account.Permission;
import org.turnpike.simulator.account.Relays;
import org.turnpike.simulator.traffic.Traffic;

/** Answers {@link UsageQuery}s from the traffic, to whoever may read an account's analytics. */
public final class Analytics {

  private final Accounts accounts;
  private final Relays relays;
  private final DatasetLimits limits;
  private final Clock clock;

  public Analytics(Accounts accounts, Relays relays, DatasetLimits limits, Clock clock) {
    this.accounts = accounts;
    this.relays = relays;
    this.limits = limits;
    this.clock = clock;
  }

  void authorize(String accountId, String token) {
    if (accounts
        .find(accountId)
        .filter(account -> account.allows(token, Permission.ANALYTICS_READ))
        .isEmpty()) {
      throw new QueryRefused(403, "authz", "not authorized for that account");
    }
  }

  DatasetLimits limits() {
    return limits;
  }

  List<Map<String, Object>> rows(Dataset dataset, UsageQuery query) {
    Instant now = clock.instant();
    TimeSpan span = query.allowed(limits, now);
    UsageTable table = new UsageTable(query);
    relays.flows(
        dataset.sources(relays, query.accountId()).stream()
            .filter(source -> query.filter().keys().test(source.keyId()))
            .toList(),
        span.from(),
        span.to(),
        now,
        Traffic.View.SHOWN,
        table::add);
    return table.rows();
  }
}
