package org.turnpike.analytics;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import org.turnpike.shared.Leases;
import org.turnpike.shared.Reach;
import org.turnpike.shared.Rejected;
import org.turnpike.shared.Settings;
import org.turnpike.shared.TimeRange;
import org.turnpike.shared.Transactions;
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
  private static final String WORK = "collect-breakdowns";
  private static final Duration LEASE = Duration.ofMinutes(2);

  private static final Duration WIDEST = Duration.ofDays(1);

  /** Stretches of it that a round reads of a key. */
  private static final int MOST_OF_THE_PAST = 4;

  /** Figures move for a while; what moves later is found by the look back once a day. */
  private static final Duration OVERLAP = Duration.ofHours(3);

  /** As for billed usage: a retired key's last credential lives on. */
  private static final Duration AFTERLIFE = Duration.ofDays(4);

  private TurnKeys keys;
  private BreakdownMeter meter;
  private UsageBreakdowns breakdowns;
  private UsageLedger ledger;
  private CollectionMarks marks;
  private Leases leases;
  private Transactions transactions;
  private Settings settings;
  private Clock clock;
  private DisplayRound round;

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
      Settings settings,
      Clock clock) {
    this.keys = keys;
    this.meter = meter;
    this.breakdowns = breakdowns;
    this.ledger = ledger;
    this.marks = marks;
    this.leases = leases;
    this.transactions = transactions;
    this.settings = settings;
    this.clock = clock;
    this.round = new DisplayRound("Break-downs", accounts, transactions, clock);
  }

  /** One round; does nothing while another node is at it. */
  public void collect() {
    Optional<Leases.Lease> lease = leases.take(WORK, LEASE);
    if (lease.isEmpty()) {
      return;
    }
    try {
      round.over(furthestBehindFirst(), (account, key) -> read(account, key, lease.get()));
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

  private void read(CloudflareAccount account, TurnKey key, Leases.Lease lease) {
    Optional<Instant> end = transactions.call(() -> inTheLedger(key));
    if (end.isEmpty()) {
      return;
    }
    UsageMeter.Horizon horizon = meter.horizon(account);
    Duration step = step(horizon);
    Instant oldest = oldest(horizon);
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

  /** The first hour that Cloudflare still has and that is kept here: what goes is not read anew. */
  private Instant oldest(UsageMeter.Horizon horizon) {
    Instant now = clock.instant();
    return later(
        hour(now.minus(horizon.retention()).plus(Duration.ofHours(2))),
        DisplayRetention.since(settings, now));
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
