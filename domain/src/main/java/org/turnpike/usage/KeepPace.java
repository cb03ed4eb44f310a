package org.turnpike.usage;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.Clock;
import java.time.Instant;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import org.turnpike.shared.Leases;
import org.turnpike.shared.Transactions;
import org.turnpike.shared.Unavailable;
import org.turnpike.tenant.AccountId;
import org.turnpike.tenant.CloudflareAccount;
import org.turnpike.tenant.CloudflareAccounts;

/**
 * Leaves an account alone that told us to wait or whose budget of queries is used up, until it may
 * be asked again, however many rounds that takes and whichever node makes them.
 */
@ApplicationScoped
public class KeepPace {
  private final Map<AccountId, CollectionPace> known = new ConcurrentHashMap<>();
  private UsageMeter meter;
  private CloudflareAccounts accounts;
  private CollectionPaces paces;
  private Leases leases;
  private Transactions transactions;
  private Clock clock;

  protected KeepPace() {}

  @Inject
  public KeepPace(
      UsageMeter meter,
      CloudflareAccounts accounts,
      CollectionPaces paces,
      Leases leases,
      Transactions transactions,
      Clock clock) {
    this.meter = meter;
    this.accounts = accounts;
    this.paces = paces;
    this.leases = leases;
    this.transactions = transactions;
    this.clock = clock;
  }

  /** At the start of a round, with what was asked since the last one here: nodes take turns. */
  void begin() {
    known.clear();
    transactions.run(
        () ->
            paces
                .all()
                .forEach(
                    pace -> {
                      known.put(pace.account(), pace);
                      accounts
                          .find(pace.account())
                          .ifPresent(account -> meter.count(account, pace.asked()));
                    }));
  }

  boolean rests(AccountId account) {
    CollectionPace pace = known.get(account);
    return pace != null && pace.rests(clock.instant());
  }

  /** The account was asked, with success or with a failure that the next question need not have. */
  void asked(CloudflareAccount account, Leases.Lease lease) {
    put(account, null, null, lease);
  }

  /** The account is not to be asked before the time it gave. */
  void rest(CloudflareAccount account, Unavailable why, Leases.Lease lease) {
    put(account, clock.instant().plus(why.retryAfter()), why.getMessage(), lease);
  }

  private void put(
      CloudflareAccount account, Instant restsUntil, String problem, Leases.Lease lease) {
    UsageMeter.Spending spending = meter.spending(account);
    CollectionPace pace =
        new CollectionPace(
            account.id(), spending.asked(), spending.most(), clock.instant(), restsUntil, problem);
    transactions.run(
        () -> {
          leases.confirm(lease);
          paces.put(pace);
        });
    known.put(account.id(), pace);
  }
}
