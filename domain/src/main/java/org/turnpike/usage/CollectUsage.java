package org.turnpike.usage;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.lang.System.Logger;
import java.lang.System.Logger.Level;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.turnpike.shared.Rejected;
import org.turnpike.shared.Setting;
import org.turnpike.shared.Settings;
import org.turnpike.shared.TimeRange;
import org.turnpike.shared.Transactions;
import org.turnpike.shared.Unavailable;
import org.turnpike.tenant.AccountId;
import org.turnpike.tenant.CloudflareAccount;
import org.turnpike.tenant.CloudflareAccounts;
import org.turnpike.turnkey.TurnKey;
import org.turnpike.turnkey.TurnKeys;

/**
 * Pulls usage from Cloudflare into the ledger, for every TURN key, the one furthest behind first:
 * from the oldest data Cloudflare still has, then from the watermark minus an overlap, in which
 * restated values are corrected. One node at a time, under a lease.
 */
@ApplicationScoped
public class CollectUsage {
  private static final Logger LOG = System.getLogger(CollectUsage.class.getName());
  private static final String WORK = "collect-usage";
  private static final Duration LEASE = Duration.ofMinutes(2);

  /** Cloudflare refuses what is a second too old: keep off the edge. */
  private static final Duration RETENTION_MARGIN = Duration.ofHours(1);

  /** How long a retired key is read on: its last credential's life, and time to settle. */
  private static final Duration AFTERLIFE = Duration.ofDays(4);

  private TurnKeys keys;
  private CloudflareAccounts accounts;
  private UsageMeter meter;
  private PostReadings ledger;
  private CollectionMarks marks;
  private Leases leases;
  private Transactions transactions;
  private Settings settings;
  private Clock clock;

  protected CollectUsage() {}

  @Inject
  public CollectUsage(
      TurnKeys keys,
      CloudflareAccounts accounts,
      UsageMeter meter,
      PostReadings ledger,
      CollectionMarks marks,
      Leases leases,
      Transactions transactions,
      Settings settings,
      Clock clock) {
    this.keys = keys;
    this.accounts = accounts;
    this.meter = meter;
    this.ledger = ledger;
    this.marks = marks;
    this.leases = leases;
    this.transactions = transactions;
    this.settings = settings;
    this.clock = clock;
  }

  /** One round over all keys; does nothing while another node is at it. */
  public void collect() {
    Optional<Leases.Lease> lease = leases.take(WORK, LEASE);
    if (lease.isEmpty()) {
      return;
    }
    try {
      Set<AccountId> resting = new HashSet<>();
      for (TurnKey key : furthestBehindFirst()) {
        if (!resting.contains(key.account()) && !collect(key, lease.get())) {
          resting.add(key.account());
        }
      }
    } finally {
      leases.release(lease.get());
    }
  }

  private List<TurnKey> furthestBehindFirst() {
    return transactions.call(
        () -> {
          Map<Object, Instant> through =
              marks.of(null).stream()
                  .filter(mark -> mark.completeThrough() != null)
                  .collect(
                      Collectors.toMap(CollectionMark::turnKey, CollectionMark::completeThrough));
          return keys.metered(clock.instant().minus(AFTERLIFE)).stream()
              .sorted(Comparator.comparing(key -> through.getOrDefault(key.id(), Instant.MIN)))
              .toList();
        });
  }

  /** Whether the key's account may be asked further in this round. */
  private boolean collect(TurnKey key, Leases.Lease lease) {
    try {
      CloudflareAccount account =
          transactions.call(() -> accounts.find(key.account()).orElseThrow());
      UsageMeter.Horizon horizon = meter.horizon(account);
      Instant end =
          UsageWindow.floor(clock.instant().minus(settings.duration(Setting.COLLECT_LAG)));
      Instant start = start(key, horizon);
      while (start.isBefore(end)) {
        Instant next = UsageWindow.floor(start.plus(horizon.widestRange()));
        TimeRange range = new TimeRange(start, next.isBefore(end) ? next : end);
        List<UsageReading> readings = meter.read(account, key, range);
        transactions.run(
            () -> {
              leases.confirm(lease);
              ledger.post(key, range, readings);
            });
        start = range.end();
      }
      return true;
    } catch (Unavailable e) {
      fail(key, e.getMessage());
      return false;
    } catch (Rejected e) {
      fail(key, e.getMessage());
      return true;
    } catch (Leases.Lost e) {
      throw e;
    } catch (RuntimeException e) { // a fault of ours with one key must not starve the others
      LOG.log(Level.ERROR, "Usage of TURN key " + key.uid() + " not collected", e);
      transactions.run(() -> ledger.fail(key, "Turnpike failed; see its log."));
      return true;
    }
  }

  private Instant start(TurnKey key, UsageMeter.Horizon horizon) {
    Instant oldest =
        UsageWindow.ceiling(clock.instant().minus(horizon.retention()).plus(RETENTION_MARGIN));
    Instant through =
        transactions
            .call(() -> marks.find(key.id()))
            .map(CollectionMark::completeThrough)
            .orElse(null);
    if (through == null) {
      return oldest;
    }
    if (through.isBefore(oldest)) {
      LOG.log(
          Level.ERROR,
          "Usage of TURN key {0} from {1} to {2} is lost: Cloudflare keeps it no longer",
          key.uid(),
          through,
          oldest);
      return oldest;
    }
    Instant again = UsageWindow.floor(through.minus(settings.duration(Setting.COLLECT_OVERLAP)));
    return again.isBefore(oldest) ? oldest : again;
  }

  private void fail(TurnKey key, String problem) {
    LOG.log(Level.WARNING, "Usage of TURN key {0} not collected: {1}", key.uid(), problem);
    transactions.run(() -> ledger.fail(key, problem));
  }
}
