package org.turnpike.usage;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.lang.System.Logger;
import java.lang.System.Logger.Level;
import java.time.Duration;
import java.util.Optional;
import org.turnpike.shared.Implausible;
import org.turnpike.shared.Leases;
import org.turnpike.shared.Rejected;
import org.turnpike.shared.Transactions;
import org.turnpike.shared.Unavailable;
import org.turnpike.tenant.CloudflareAccount;
import org.turnpike.tenant.CloudflareAccounts;
import org.turnpike.turnkey.TurnKey;

/**
 * Pulls usage from Cloudflare into the ledger, for every TURN key that is due. One node at a time,
 * under a lease.
 */
@ApplicationScoped
public class CollectUsage {
  private static final Logger LOG = System.getLogger(CollectUsage.class.getName());
  private static final String WORK = "collect-usage";
  private static final Duration LEASE = Duration.ofMinutes(1);

  private CloudflareAccounts accounts;
  private CollectionOrder order;
  private ReadUsage usage;
  private SettleUsage settle;
  private KeepPace pace;
  private PostReadings ledger;
  private CollectionMarks marks;
  private Leases leases;
  private Transactions transactions;

  protected CollectUsage() {}

  @Inject
  public CollectUsage(
      CloudflareAccounts accounts,
      CollectionOrder order,
      ReadUsage usage,
      SettleUsage settle,
      KeepPace pace,
      PostReadings ledger,
      CollectionMarks marks,
      Leases leases,
      Transactions transactions) {
    this.accounts = accounts;
    this.order = order;
    this.usage = usage;
    this.settle = settle;
    this.pace = pace;
    this.ledger = ledger;
    this.marks = marks;
    this.leases = leases;
    this.transactions = transactions;
  }

  /** One round over all keys that are due; does nothing while another node is at it. */
  public void collect() {
    Optional<Leases.Lease> lease = leases.take(WORK, LEASE);
    if (lease.isEmpty()) {
      return;
    }
    try {
      pace.begin();
      for (TurnKey key : order.due()) {
        if (!pace.rests(key.account())) {
          collect(key, lease.get());
        }
      }
    } finally {
      leases.release(lease.get());
    }
  }

  private void collect(TurnKey key, Leases.Lease lease) {
    CloudflareAccount account = transactions.call(() -> accounts.find(key.account()).orElseThrow());
    try {
      CollectionMark mark =
          transactions.call(() -> marks.find(key.id())).orElseGet(() -> new CollectionMark(key));
      usage.read(account, key, mark, lease);
      settle.settle(account, key, lease);
      pace.asked(account, lease);
    } catch (Rejected | Implausible e) { // of this key: the account's others may fare better
      fail(key, e.getMessage());
      pace.asked(account, lease);
    } catch (Unavailable e) {
      fail(key, e.getMessage());
      pace.rest(account, e, lease);
    } catch (Leases.Lost e) {
      throw e;
    } catch (RuntimeException e) { // a fault of ours with one key must not starve the others
      LOG.log(Level.ERROR, "Usage of TURN key " + key.uid() + " not collected", e);
      transactions.run(() -> ledger.fail(key, "Turnpike failed; see its log."));
    }
  }

  private void fail(TurnKey key, String problem) {
    LOG.log(Level.WARNING, "Usage of TURN key {0} not collected: {1}", key.uid(), problem);
    transactions.run(() -> ledger.fail(key, problem));
  }
}
