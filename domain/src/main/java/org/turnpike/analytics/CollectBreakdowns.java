package org.turnpike.analytics;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.lang.System.Logger;
import java.lang.System.Logger.Level;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
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
import org.turnpike.shared.TimeRange;
import org.turnpike.shared.Transactions;
import org.turnpike.shared.Unavailable;
import org.turnpike.tenant.AccountId;
import org.turnpike.tenant.CloudflareAccount;
import org.turnpike.tenant.CloudflareAccounts;
import org.turnpike.turnkey.TurnKey;
import org.turnpike.turnkey.TurnKeyId;
import org.turnpike.turnkey.TurnKeys;
import org.turnpike.usage.CollectionMark;
import org.turnpike.usage.CollectionMarks;
import org.turnpike.usage.UsageLedger;
import org.turnpike.usage.UsageMeter;

/**
 * Reads break-downs of the hours that are over, with what billed usage leaves of the budget of
 * queries: what is new first, then some of what is past. Hours in which the ledger has nothing are
 * not asked for; nor are shared TURN keys, where nobody knows who was where. One node at a time,
 * under a lease of its own.
 */
@ApplicationScoped
public class CollectBreakdowns {
  private static final Logger LOG = System.getLogger(CollectBreakdowns.class.getName());
  private static final String WORK = "collect-breakdowns";
  private static final Duration LEASE = Duration.ofMinutes(2);

  /** Billed usage waits for the end of a round. */
  private static final Duration LONGEST_ROUND = Duration.ofSeconds(10);

  private static final Duration WIDEST = Duration.ofDays(1);

  /** Stretches of it that a round reads of a key. */
  private static final int MOST_OF_THE_PAST = 4;

  /** Figures move for a while; what moves later is found by the look back once a day. */
  private static final Duration OVERLAP = Duration.ofHours(3);

  /** As for billed usage: a retired key's last credential lives on. */
  private static final Duration AFTERLIFE = Duration.ofDays(4);

  private TurnKeys keys;
  private CloudflareAccounts accounts;
  private BreakdownMeter meter;
  private UsageBreakdowns breakdowns;
  private UsageLedger ledger;
  private CollectionMarks marks;
  private Leases leases;
  private Transactions transactions;
  private Clock clock;

  protected CollectBreakdowns() {}

  @Inject
  public CollectBreakdowns(
      TurnKeys keys,
      CloudflareAccounts accounts,
      BreakdownMeter meter,
      UsageBreakdowns breakdowns,
      UsageLedger ledger,
      CollectionMarks marks,
      Leases leases,
      Transactions transactions,
      Clock clock) {
    this.keys = keys;
    this.accounts = accounts;
    this.meter = meter;
    this.breakdowns = breakdowns;
    this.ledger = ledger;
    this.marks = marks;
    this.leases = leases;
    this.transactions = transactions;
    this.clock = clock;
  }

  /** One round; does nothing while another node is at it. */
  public void collect() {
    Optional<Leases.Lease> lease = leases.take(WORK, LEASE);
    if (lease.isEmpty()) {
      return;
    }
    try {
      Instant until = clock.instant().plus(LONGEST_ROUND);
      Set<AccountId> resting = new HashSet<>();
      for (TurnKey key : furthestBehindFirst()) {
        if (clock.instant().isBefore(until)
            && !resting.contains(key.account())
            && !collect(key, lease.get())) {
          resting.add(key.account());
        }
      }
    } finally {
      leases.release(lease.get());
    }
  }

  private List<TurnKey> furthestBehindFirst() {
    return transactions.call(
        Reach.EVERYONE,
        () -> {
          List<TurnKey> metered =
              keys.metered(clock.instant().minus(AFTERLIFE)).stream()
                  .filter(TurnKey::isOwn)
                  .toList();
          Map<TurnKeyId, TimeRange> known =
              breakdowns.known(metered.stream().map(TurnKey::tenant).collect(Collectors.toSet()));
          return metered.stream()
              .sorted(Comparator.comparing(key -> through(known.get(key.id()))))
              .toList();
        });
  }

  private static Instant through(TimeRange known) {
    return known == null ? Instant.MIN : known.end();
  }

  /** Whether the key's account may be asked further in this round. */
  private boolean collect(TurnKey key, Leases.Lease lease) {
    try {
      CloudflareAccount account =
          transactions.call(() -> accounts.find(key.account()).orElseThrow());
      read(account, key, lease);
      return true;
    } catch (Unavailable e) {
      LOG.log(Level.DEBUG, "Break-downs of TURN key {0} wait: {1}", key.uid(), e.getMessage());
      return false;
    } catch (Rejected e) {
      LOG.log(Level.WARNING, "No break-downs of TURN key {0}: {1}", key.uid(), e.getMessage());
      return true;
    } catch (Leases.Lost e) {
      throw e;
    } catch (RuntimeException e) { // a fault of ours with one key must not starve the others
      LOG.log(Level.ERROR, "Break-downs of TURN key " + key.uid() + " not read", e);
      return true;
    }
  }

  private void read(CloudflareAccount account, TurnKey key, Leases.Lease lease) {
    Optional<Instant> end = transactions.call(() -> inTheLedger(key));
    if (end.isEmpty()) {
      return;
    }
    UsageMeter.Horizon horizon = meter.horizon(account);
    Duration step = step(horizon);
    Instant oldest = hour(clock.instant().minus(horizon.retention()).plus(Duration.ofHours(2)));
    TimeRange known =
        transactions.call(Reach.EVERYONE, () -> breakdowns.known(key.id())).orElse(null);
    if (known == null || known.end().isBefore(end.get())) {
      Instant start = known == null ? end.get().minus(step) : again(known.end(), end.get());
      start = later(start, oldest);
      while (start.isBefore(end.get())) {
        TimeRange hours = new TimeRange(start, earlier(start.plus(step), end.get()));
        known = read(account, key, hours, known, lease);
        start = hours.end();
      }
    }
    for (int past = 0; past < MOST_OF_THE_PAST && isPastLeft(key, oldest, known); past++) {
      if (!meter.isAtLeisure(account)) {
        return;
      }
      Instant start = later(known.start().minus(step), oldest);
      known = read(account, key, new TimeRange(start, known.start()), known, lease);
    }
  }

  /** Until when hours of the key are in the ledger: a break-down is never ahead of it. */
  private Optional<Instant> inTheLedger(TurnKey key) {
    return marks.find(key.id()).map(CollectionMark::completeThrough).map(CollectBreakdowns::hour);
  }

  private boolean isPastLeft(TurnKey key, Instant oldest, TimeRange known) {
    if (known == null || !oldest.isBefore(known.start())) {
      return false;
    }
    Instant first =
        transactions.call(
            Reach.EVERYONE, () -> ledger.firstWindow(key.tenant()).orElse(Instant.MAX));
    return first.isBefore(known.start());
  }

  private static Duration step(UsageMeter.Horizon horizon) {
    long hours = Math.min(horizon.widestRange().toHours(), WIDEST.toHours());
    if (hours == 0) {
      throw Rejected.conflict("Cloudflare answers no question about a whole hour.");
    }
    return Duration.ofHours(hours);
  }

  private static Instant again(Instant through, Instant end) {
    boolean sameDay = through.truncatedTo(ChronoUnit.DAYS).equals(end.truncatedTo(ChronoUnit.DAYS));
    return through.minus(sameDay ? OVERLAP : WIDEST);
  }

  /** All that is known of the key then. */
  private TimeRange read(
      CloudflareAccount account,
      TurnKey key,
      TimeRange hours,
      TimeRange known,
      Leases.Lease lease) {
    boolean any =
        transactions.call(Reach.EVERYONE, () -> !ledger.standing(key.id(), hours).isEmpty());
    Breakdown breakdown = any ? meter.read(account, key, hours) : Breakdown.nothing(hours);
    TimeRange all = with(known, hours);
    transactions.run(
        Reach.EVERYONE,
        () -> {
          leases.confirm(lease);
          breakdowns.replace(key, breakdown, all);
        });
    return all;
  }

  /** One span without a gap: after a gap it begins anew. */
  private static TimeRange with(TimeRange known, TimeRange hours) {
    if (known == null || known.end().isBefore(hours.start())) {
      return hours;
    }
    return new TimeRange(earlier(known.start(), hours.start()), later(known.end(), hours.end()));
  }

  private static Instant hour(Instant instant) {
    return instant.truncatedTo(ChronoUnit.HOURS);
  }

  private static Instant later(Instant one, Instant other) {
    return one.isAfter(other) ? one : other;
  }

  private static Instant earlier(Instant one, Instant other) {
    return one.isBefore(other) ? one : other;
  }
}
