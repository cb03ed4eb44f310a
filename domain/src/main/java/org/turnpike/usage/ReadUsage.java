package org.turnpike.usage;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.lang.System.Logger;
import java.lang.System.Logger.Level;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import org.turnpike.shared.Leases;
import org.turnpike.shared.Reach;
import org.turnpike.shared.Setting;
import org.turnpike.shared.Settings;
import org.turnpike.shared.TimeRange;
import org.turnpike.shared.Transactions;
import org.turnpike.tenant.CloudflareAccount;
import org.turnpike.turnkey.TurnKey;

/**
 * Reads one TURN key's usage into the ledger: from the oldest data Cloudflare still has, then from
 * the watermark minus an overlap, in which restated values are corrected. Once in a while the whole
 * of the open billing periods is read again: as long as a value can change what somebody pays, its
 * restatement is found. A shared key is looked through for identifiers in the same way, and its
 * shares are read.
 */
@ApplicationScoped
public class ReadUsage {
  private static final Logger LOG = System.getLogger(ReadUsage.class.getName());

  /** Cloudflare refuses what is a second too old: keep off the edge. */
  private static final Duration RETENTION_MARGIN = Duration.ofHours(1);

  private UsageMeter meter;
  private PostReadings ledger;
  private OpenPeriods periods;
  private Leases leases;
  private Transactions transactions;
  private Settings settings;
  private Clock clock;

  protected ReadUsage() {}

  @Inject
  public ReadUsage(
      UsageMeter meter,
      PostReadings ledger,
      OpenPeriods periods,
      Leases leases,
      Transactions transactions,
      Settings settings,
      Clock clock) {
    this.meter = meter;
    this.ledger = ledger;
    this.periods = periods;
    this.leases = leases;
    this.transactions = transactions;
    this.settings = settings;
    this.clock = clock;
  }

  /** Whether a window is missing, or it is time to read again what may have been restated. */
  boolean isDue(TurnKey key, CollectionMark mark) {
    return isToResettle(mark) || (mark.awaitsUsageOf(key) && isMissing(key, mark));
  }

  private boolean isMissing(TurnKey key, CollectionMark mark) {
    return !mark.hasBeenRead() || mark.completeThrough().isBefore(through(key));
  }

  /** What is new first: no trouble with older data holds it up. */
  void read(CloudflareAccount account, TurnKey key, CollectionMark mark, Leases.Lease lease) {
    UsageMeter.Horizon horizon = meter.horizon(account);
    Instant oldest = oldest(horizon, clock.instant());
    Instant latest = latest(key, mark, oldest);
    if (mark.awaitsUsageOf(key)) {
      noteLost(key, mark, oldest, lease);
      read(account, key, horizon, latest, through(key), lease);
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
    for (TimeRange range : parts(from, end, horizon)) {
      Runnable posting = key.isShared() ? seen(account, key, range) : usage(account, key, range);
      transactions.run(
          Reach.EVERYONE,
          () -> {
            leases.confirm(lease);
            posting.run();
            ledger.kept(key, horizon.retention());
          });
    }
  }

  /** Asks, and returns what is to be done with the answers. */
  private Runnable usage(CloudflareAccount account, TurnKey key, TimeRange range) {
    List<UsageAnswer> answers = meter.read(account, key, range);
    return () -> answers.forEach(answer -> ledger.post(key, answer));
  }

  private Runnable seen(CloudflareAccount account, TurnKey shared, TimeRange range) {
    Set<String> identifiers = meter.identifiers(account, shared, range);
    return () -> ledger.discover(shared, range, identifiers);
  }

  /** From where on Cloudflare can be asked. */
  static Instant oldest(UsageMeter.Horizon horizon, Instant now) {
    return UsageWindow.ceiling(now.minus(horizon.retention()).plus(RETENTION_MARGIN));
  }

  /** The span in ranges that Cloudflare answers; none where it is empty. */
  static List<TimeRange> parts(Instant from, Instant end, UsageMeter.Horizon horizon) {
    List<TimeRange> parts = new ArrayList<>();
    Instant start = from;
    while (start.isBefore(end)) {
      Instant next = UsageWindow.floor(start.plus(horizon.widestRange()));
      parts.add(new TimeRange(start, next.isBefore(end) ? next : end));
      start = next;
    }
    return parts;
  }

  /** That Cloudflare has what is missing no longer is a fact of its own, whatever is read next. */
  private void noteLost(TurnKey key, CollectionMark mark, Instant oldest, Leases.Lease lease) {
    Instant through = mark.completeThrough();
    if (through != null && through.isBefore(oldest)) {
      TimeRange lost = new TimeRange(through, oldest);
      LOG.log(
          Level.ERROR,
          "Usage of TURN key {0} of {1} is lost: Cloudflare keeps it no longer",
          key.uid(),
          lost);
      transactions.run(
          () -> {
            leases.confirm(lease);
            ledger.lost(key, lost);
          });
    }
  }

  private Instant through(TurnKey key) {
    return through(key, clock.instant().minus(settings.duration(Setting.COLLECT_LAG)));
  }

  /** The end of the last window that had rested by then, and of the key's last. */
  static Instant through(TurnKey key, Instant rested) {
    Instant until = key.meteredUntil();
    return until == null || rested.isBefore(until)
        ? UsageWindow.floor(rested)
        : UsageWindow.ceiling(until);
  }

  private boolean isToResettle(CollectionMark mark) {
    Duration cadence = settings.duration(Setting.COLLECT_RESETTLE);
    return mark.resettledAt() == null
        || !clock.instant().isBefore(mark.resettledAt().plus(cadence));
  }

  /**
   * Where the latest usage starts: what lies before it is read again but now and then, and then up
   * to a midnight, so that what has not changed is the same answer.
   */
  private Instant latest(TurnKey key, CollectionMark mark, Instant oldest) {
    Instant through = mark.completeThrough();
    if (through == null) {
      return oldest;
    }
    if (!mark.awaitsUsageOf(key)) {
      return through;
    }
    Instant start = UsageWindow.floor(through.minus(settings.duration(Setting.COLLECT_OVERLAP)));
    return later(isToResettle(mark) ? start.truncatedTo(ChronoUnit.DAYS) : start, oldest);
  }

  private static Instant later(Instant one, Instant other) {
    return one.isAfter(other) ? one : other;
  }
}
