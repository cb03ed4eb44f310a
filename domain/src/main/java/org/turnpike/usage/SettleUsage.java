package org.turnpike.usage;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.Clock;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import org.turnpike.shared.Leases;
import org.turnpike.shared.Reach;
import org.turnpike.shared.Setting;
import org.turnpike.shared.Settings;
import org.turnpike.shared.TimeRange;
import org.turnpike.shared.Transactions;
import org.turnpike.tenant.CloudflareAccount;
import org.turnpike.turnkey.TurnKey;
import org.turnpike.turnkey.TurnKeyId;

/**
 * Brings a billing period that has ended to the one sum that Cloudflare gives of it: its figures
 * are estimated from samples, and one of many windows is better than many of one. The difference is
 * a line of its own. Once a TURN key and period, and again when its readings changed afterwards.
 */
@ApplicationScoped
public class SettleUsage {
  /** As with windows that vanish, nothing counts only when it is told twice. */
  private final Set<TurnKeyId> goneOnce = ConcurrentHashMap.newKeySet();

  private UsageMeter meter;
  private UsageLedger ledger;
  private UsageReplies replies;
  private Shares shares;
  private Settlements settlements;
  private CollectionMarks marks;
  private OpenPeriods periods;
  private Leases leases;
  private Transactions transactions;
  private Settings settings;
  private Clock clock;

  protected SettleUsage() {}

  @Inject
  public SettleUsage(
      UsageMeter meter,
      UsageLedger ledger,
      UsageReplies replies,
      Shares shares,
      Settlements settlements,
      CollectionMarks marks,
      OpenPeriods periods,
      Leases leases,
      Transactions transactions,
      Settings settings,
      Clock clock) {
    this.meter = meter;
    this.ledger = ledger;
    this.replies = replies;
    this.shares = shares;
    this.settlements = settlements;
    this.marks = marks;
    this.periods = periods;
    this.leases = leases;
    this.transactions = transactions;
    this.settings = settings;
    this.clock = clock;
  }

  /** Settles the key's last period, if that has rested, is all in and is not settled. */
  void settle(CloudflareAccount account, TurnKey key, Leases.Lease lease) {
    TimeRange period = periods.lastEnded(account);
    if (key.isShared()
        || !hasRested(period)
        || transactions.call(Reach.EVERYONE, () -> !isAllIn(key, period) || isDone(key, period))) {
      return;
    }
    UsageMeter.Horizon horizon = meter.horizon(account);
    if (period.start().isBefore(ReadUsage.oldest(horizon, clock.instant()))) {
      return; // of what is left of it there is no sum
    }
    List<UsageSum> sums = new ArrayList<>();
    for (TimeRange part : ReadUsage.parts(period.start(), period.end(), horizon)) {
      sums.add(meter.sum(account, key, part));
    }
    transactions.run(
        Reach.EVERYONE,
        () -> {
          leases.confirm(lease);
          TurnKey held = shares.held(key);
          if (sums.stream().anyMatch(sum -> isGone(held, sum)) && goneOnce.add(key.id())) {
            return;
          }
          goneOnce.remove(key.id());
          sums.forEach(sum -> post(held, sum));
          settlements.put(
              new Settlement(
                  key.id(),
                  held.tenant(),
                  period,
                  ledger.total(key.id(), period),
                  clock.instant()));
        });
  }

  private boolean hasRested(TimeRange period) {
    Instant settled = period.end().plus(settings.duration(Setting.COLLECT_SETTLE));
    return !clock.instant().isBefore(settled);
  }

  private boolean isAllIn(TurnKey key, TimeRange period) {
    return marks
        .find(key.id())
        .filter(CollectionMark::hasBeenRead)
        .filter(mark -> !mark.completeThrough().isBefore(period.end()))
        .isPresent();
  }

  private boolean isDone(TurnKey key, TimeRange period) {
    Optional<Settlement> last = settlements.find(key.id(), period);
    return last.isPresent() && last.get().volume().equals(ledger.total(key.id(), period));
  }

  /** Whether Cloudflare tells nothing where there was something. */
  private boolean isGone(TurnKey key, UsageSum sum) {
    return sum.volume().equals(RelayedVolume.NONE)
        && !ledger.total(key.id(), sum.range()).equals(RelayedVolume.NONE);
  }

  private void post(TurnKey key, UsageSum sum) {
    ReplyId reply = replies.keep(key, new UsageAnswer(sum.range(), List.of(), sum.evidence()));
    RelayedVolume held = ledger.total(key.id(), sum.range());
    if (!held.equals(sum.volume())) {
      int revision = ledger.settlements(key.id(), sum.lastWindow());
      ledger.append(
          List.of(UsageRecord.settlement(key, sum, held, revision, clock.instant()).from(reply)));
    }
  }
}
