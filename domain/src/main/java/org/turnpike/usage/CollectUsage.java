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
import org.turnpike.shared.Leases;
import org.turnpike.shared.Reach;
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
 * restated values are corrected. Once in a while the whole of the open billing periods is read
 * again: as long as a value can change what somebody pays, its restatement is found. One node at a
 * time, under a lease.
 */
@ApplicationScoped
public class CollectUsage {
  private static final Logger LOG = System.getLogger(CollectUsage.class.getName());
  private static final String WORK = "collect-usage";
  private static final Duration LEASE = Duration.ofMinutes(2);

  /** Cloudflare refuses what is a second too old: keep off the edge. */
  private static final Duration RETENTION_MARGIN = Duration.ofHours(1);

  /**
   * How long a retired key is read on for new usage: its last credential's life, and time to
   * settle.
   */
  private static final Duration AFTERLIFE = Duration.ofDays(4);

  private TurnKeys keys;
  private CloudflareAccounts accounts;
  private UsageMeter meter;
  private PostReadings ledger;
  private CollectionMarks marks;
  private OpenPeriods periods;
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
      OpenPeriods periods,
      Leases leases,
      Transactions transactions,
      Settings settings,
      Clock clock) {
    this.keys = keys;
    this.accounts = accounts;
    this.meter = meter;
    this.ledger = ledger;
    this.marks = marks;
    this.periods = periods;
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
          Instant open =
              accounts.all().stream()
                  .map(periods::since)
                  .min(Comparator.naturalOrder())
                  .orElse(clock.instant());
          return keys.metered(open.minus(AFTERLIFE)).stream()
              .sorted(Comparator.comparing(key -> through.getOrDefault(key.id(), Instant.MIN)))
              .toList();
        });
  }

  /** Whether the key's account may be asked further in this round. */
  private boolean collect(TurnKey key, Leases.Lease lease) {
    try {
      CloudflareAccount account =
          transactions.call(() -> accounts.find(key.account()).orElseThrow());
      CollectionMark mark =
          transactions.call(() -> marks.find(key.id())).orElseGet(() -> new CollectionMark(key));
      if (isMetered(key) || isToResettle(mark)) {
        read(account, key, mark, lease);
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

  /** What is new first: no trouble with older data holds it up. */
  private void read(
      CloudflareAccount account, TurnKey key, CollectionMark mark, Leases.Lease lease) {
    UsageMeter.Horizon horizon = meter.horizon(account);
    Instant oldest =
        UsageWindow.ceiling(clock.instant().minus(horizon.retention()).plus(RETENTION_MARGIN));
    Instant latest = latest(key, mark, oldest);
    if (isMetered(key)) {
      Instant end =
          UsageWindow.floor(clock.instant().minus(settings.duration(Setting.COLLECT_LAG)));
      read(account, key, horizon, latest, end, lease);
    }
    if (isToResettle(mark)) {
      read(account, key, horizon, later(periods.since(account), oldest), latest, lease);
      transactions.run(
          () -> {
            leases.confirm(lease);
            ledger.resettled(key);
          });
    }
  }

  private void read(
      CloudflareAccount account,
      TurnKey key,
      UsageMeter.Horizon horizon,
      Instant from,
      Instant end,
      Leases.Lease lease) {
    Instant start = from;
    while (start.isBefore(end)) {
      Instant next = UsageWindow.floor(start.plus(horizon.widestRange()));
      TimeRange range = new TimeRange(start, next.isBefore(end) ? next : end);
      List<UsageAnswer> answers = meter.read(account, key, range);
      transactions.run(
          Reach.EVERYONE,
          () -> {
            leases.confirm(lease);
            answers.forEach(answer -> ledger.post(key, answer));
          });
      start = range.end();
    }
  }

  private boolean isMetered(TurnKey key) {
    return key.retiredAt() == null || key.retiredAt().isAfter(clock.instant().minus(AFTERLIFE));
  }

  private boolean isToResettle(CollectionMark mark) {
    Duration cadence = settings.duration(Setting.COLLECT_RESETTLE);
    return mark.resettledAt() == null
        || !clock.instant().isBefore(mark.resettledAt().plus(cadence));
  }

  /** Where the latest usage starts: what lies before it is read again but now and then. */
  private Instant latest(TurnKey key, CollectionMark mark, Instant oldest) {
    Instant through = mark.completeThrough();
    if (through == null) {
      return oldest;
    }
    if (!isMetered(key)) {
      return through;
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
    return later(
        UsageWindow.floor(through.minus(settings.duration(Setting.COLLECT_OVERLAP))), oldest);
  }

  private static Instant later(Instant one, Instant other) {
    return one.isAfter(other) ? one : other;
  }

  private void fail(TurnKey key, String problem) {
    LOG.log(Level.WARNING, "Usage of TURN key {0} not collected: {1}", key.uid(), problem);
    transactions.run(() -> ledger.fail(key, problem));
  }
}
