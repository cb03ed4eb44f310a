package org.turnpike.usage;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.Clock;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.turnpike.shared.TenantId;
import org.turnpike.shared.TimeRange;
import org.turnpike.turnkey.TurnKey;

/**
 * Gives a share of a shared TURN key to another owner, with all its usage, within the caller's
 * transaction: a line takes what a window has from the one, a second line gives it to the other,
 * and the sum over both owners stays what it was.
 */
@ApplicationScoped
public class TransferUsage {
  private static final TimeRange EVER = new TimeRange(TimeRange.EARLIEST, TimeRange.LATEST);

  private UsageLedger ledger;
  private CollectionMarks marks;
  private Clock clock;

  protected TransferUsage() {}

  @Inject
  public TransferUsage(UsageLedger ledger, CollectionMarks marks, Clock clock) {
    this.ledger = ledger;
    this.marks = marks;
    this.clock = clock;
  }

  /**
   * Transfers all there is; what is read later is the new owner's at once.
   *
   * @param owner null for nobody
   * @param rule by which, or by whose end
   */
  public void transfer(TurnKey share, TenantId owner, RuleId rule) {
    Instant now = clock.instant();
    Map<Instant, UsageLedger.Standing> standing = ledger.standing(share.id(), EVER);
    List<UsageRecord> lines = new ArrayList<>();
    new TreeMap<>(ledger.held(share.id(), share.tenant()))
        .forEach(
            (window, held) -> {
              UsageLedger.Standing at =
                  standing.getOrDefault(window, new UsageLedger.Standing(-1, RelayedVolume.NONE));
              UsageReading read = new UsageReading(window, at.volume());
              RelayedVolume taken = RelayedVolume.NONE.minus(held);
              int next = at.revision() + 1;
              lines.add(
                  UsageRecord.attribution(share, read, next, taken, share.tenant(), rule, now));
              lines.add(UsageRecord.attribution(share, read, next + 1, held, owner, rule, now));
            });
    ledger.append(lines);
    share.attribute(owner);
    marks.find(share.id()).ifPresent(mark -> mark.attribute(owner));
  }
}
