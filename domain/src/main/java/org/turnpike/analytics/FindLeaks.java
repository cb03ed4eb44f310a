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
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.turnpike.shared.Leases;
import org.turnpike.shared.Reach;
import org.turnpike.shared.Rejected;
import org.turnpike.shared.Setting;
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
 * Examines each TURN key's usage by username for possible leaks, hour by hour, each hour once, with
 * what billed usage leaves of the budget of queries. Hours in which the ledger has nothing are not
 * asked for. One node at a time, under a lease of its own.
 */
@ApplicationScoped
public class FindLeaks {
  private static final String WORK = "find-leaks";
  private static final Duration LEASE = Duration.ofMinutes(2);
  private static final Duration WIDEST = Duration.ofDays(1);
  private static final int MOST_STRETCHES = 4;

  /** How long an hour that is in the ledger rests: what shows later is never examined. */
  private static final Duration SETTLED = Duration.ofHours(1);

  /** What a key did before that, when it is examined for the first time, nobody can act on. */
  private static final Duration FIRST_LOOK = Duration.ofDays(7);

  /** As for billed usage: a retired key's last credential lives on. */
  private static final Duration AFTERLIFE = Duration.ofDays(4);

  private static final Duration HOUR = Duration.ofHours(1);

  private TurnKeys keys;
  private UsernameMeter meter;
  private NoteLeaks notes;
  private PossibleLeaks leaks;
  private UsageLedger ledger;
  private CollectionMarks marks;
  private Leases leases;
  private Transactions transactions;
  private Settings settings;
  private Clock clock;
  private DisplayRound round;

  protected FindLeaks() {}

  @Inject
  public FindLeaks(
      TurnKeys keys,
      CloudflareAccounts accounts,
      UsernameMeter meter,
      NoteLeaks notes,
      PossibleLeaks leaks,
      UsageLedger ledger,
      CollectionMarks marks,
      Leases leases,
      Transactions transactions,
      Settings settings,
      Clock clock) {
    this.keys = keys;
    this.meter = meter;
    this.notes = notes;
    this.leaks = leaks;
    this.ledger = ledger;
    this.marks = marks;
    this.leases = leases;
    this.transactions = transactions;
    this.settings = settings;
    this.clock = clock;
    this.round = new DisplayRound("Usernames", accounts, transactions, clock);
  }

  /** One round; does nothing while another node is at it. */
  public void find() {
    Optional<Leases.Lease> lease = leases.take(WORK, LEASE);
    if (lease.isEmpty()) {
      return;
    }
    try {
      round.over(furthestBehindFirst(), (account, key) -> examine(account, key, lease.get()));
    } finally {
      leases.release(lease.get());
    }
  }

  /** Of a key that tenants share nobody could say whose leak it is. */
  private List<TurnKey> furthestBehindFirst() {
    return transactions.call(
        Reach.EVERYONE,
        () -> {
          List<TurnKey> metered =
              keys.metered(clock.instant().minus(AFTERLIFE)).stream()
                  .filter(TurnKey::isOwn)
                  .toList();
          Map<TurnKeyId, Instant> through =
              leaks.examinedThrough(metered.stream().map(TurnKey::id).collect(Collectors.toSet()));
          return metered.stream()
              .sorted(Comparator.comparing(key -> through.getOrDefault(key.id(), Instant.MIN)))
              .toList();
        });
  }

  private void examine(CloudflareAccount account, TurnKey key, Leases.Lease lease) {
    Optional<Instant> end = transactions.call(() -> settled(key));
    if (end.isEmpty() || !examined(key).orElse(Instant.MIN).isBefore(end.get())) {
      return;
    }
    UsageMeter.Horizon horizon = meter.horizon(account);
    Duration step = step(horizon);
    Instant start = start(key, end.get(), horizon);
    for (int i = 0; i < MOST_STRETCHES && start.isBefore(end.get()); i++) {
      if (i > 0 && !meter.isAtLeisure(account)) {
        return;
      }
      Instant next = Stream.of(start.plus(step), end.get()).min(Comparator.naturalOrder()).get();
      examine(account, key, new TimeRange(start, next), lease);
      start = next;
    }
  }

  /** Until when whole hours of the key are in the ledger and have rested. */
  private Optional<Instant> settled(TurnKey key) {
    return marks
        .find(key.id())
        .map(CollectionMark::completeThrough)
        .map(through -> through.truncatedTo(ChronoUnit.HOURS).minus(SETTLED));
  }

  private Optional<Instant> examined(TurnKey key) {
    return transactions.call(
        Reach.EVERYONE,
        () -> Optional.ofNullable(leaks.examinedThrough(Set.of(key.id())).get(key.id())));
  }

  /**
   * The first hour that has not been examined, nor lies before the key was ours or before what is
   * still known: the usage at Cloudflare, the grants here.
   */
  private Instant start(TurnKey key, Instant end, UsageMeter.Horizon horizon) {
    Instant now = clock.instant();
    return Stream.of(
            examined(key).orElse(end.minus(FIRST_LOOK)),
            nextHour(key.createdAt()),
            nextHour(now.minus(horizon.retention()).plus(HOUR)),
            nextHour(now.minus(settings.duration(Setting.RETENTION_GRANTS))))
        .max(Comparator.naturalOrder())
        .get();
  }

  private void examine(
      CloudflareAccount account, TurnKey key, TimeRange hours, Leases.Lease lease) {
    boolean any =
        transactions.call(Reach.EVERYONE, () -> !ledger.standing(key.id(), hours).isEmpty());
    List<UsernameUsage> answers = any ? meter.read(account, key, hours) : List.of();
    transactions.run(
        Reach.EVERYONE,
        () -> {
          leases.confirm(lease);
          answers.forEach(answer -> notes.note(key, answer));
          leaks.examined(key, hours.end());
        });
  }

  private static Duration step(UsageMeter.Horizon horizon) {
    long hours = Math.min(horizon.widestRange().toHours(), WIDEST.toHours());
    if (hours == 0) {
      throw Rejected.conflict("Cloudflare answers no question about a whole hour.");
    }
    return Duration.ofHours(hours);
  }

  private static Instant nextHour(Instant instant) {
    return instant.plus(HOUR).minusNanos(1).truncatedTo(ChronoUnit.HOURS);
  }
}
