package org.turnpike.usage;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import org.turnpike.shared.TimeRange;
import org.turnpike.turnkey.TurnKey;

/**
 * Brings the ledger to what was read, within the caller's transaction: a first line where there was
 * none, a correction where the value changed, nothing where it did not. A window whose usage has
 * vanished is corrected to zero when it is missing for the second time in a row.
 */
@ApplicationScoped
public class PostReadings {
  private UsageLedger ledger;
  private UsageReplies replies;
  private Shares shares;
  private CollectionMarks marks;
  private Clock clock;

  protected PostReadings() {}

  @Inject
  public PostReadings(
      UsageLedger ledger, UsageReplies replies, Shares shares, CollectionMarks marks, Clock clock) {
    this.ledger = ledger;
    this.replies = replies;
    this.shares = shares;
    this.marks = marks;
    this.clock = clock;
  }

  /** The answer is kept, and its range ends where the watermark moves to. */
  void post(TurnKey read, UsageAnswer answer) {
    TurnKey key = shares.held(read);
    Instant now = clock.instant();
    TimeRange range = answer.range();
    ReplyId reply = replies.keep(key, answer);
    Map<Instant, UsageLedger.Standing> standing = new TreeMap<>(ledger.standing(key.id(), range));
    List<UsageRecord> lines = new ArrayList<>();
    for (UsageReading reading : answer.readings()) {
      UsageLedger.Standing known = standing.remove(reading.window());
      if (known == null) {
        lines.add(UsageRecord.first(key, reading, now));
      } else if (!known.volume().equals(reading.volume())) {
        lines.add(UsageRecord.correction(key, reading, known, now));
      }
    }
    standing.values().removeIf(known -> known.volume().equals(RelayedVolume.NONE));
    lines.addAll(vanished(key, range, standing, now));
    lines.forEach(line -> line.from(reply));
    ledger.append(lines);
    advance(key, range);
  }

  /** The range has been read. */
  private void advance(TurnKey key, TimeRange range) {
    CollectionMark mark = mark(key);
    mark.begin(range.start());
    mark.advance(range.end(), clock.instant());
  }

  /** Of a shared key, whose usage is its shares', the range has been looked through. */
  void discover(TurnKey shared, TimeRange range, Set<String> identifiers) {
    shares.discover(shared, identifiers);
    advance(shared, range);
  }

  /** How long Cloudflare keeps usage, by the dataset's settings. */
  void kept(TurnKey key, Duration retention) {
    mark(key).kept(retention);
  }

  /** The range, which starts at the watermark, is gone at Cloudflare. */
  void lost(TurnKey key, TimeRange range) {
    marks.addLost(new LostUsage(key.id(), key.tenant(), range, clock.instant()));
    mark(key).skipTo(range.end());
  }

  void resettled(TurnKey key) {
    mark(key).resettle(clock.instant());
  }

  void fail(TurnKey key, String problem) {
    mark(key).fail(problem);
  }

  private List<UsageRecord> vanished(
      TurnKey key, TimeRange range, Map<Instant, UsageLedger.Standing> missing, Instant now) {
    Set<Instant> missingBefore = marks.vanished(key.id(), range);
    Set<Instant> missingOnce = new HashSet<>();
    List<UsageRecord> lines = new ArrayList<>();
    missing.forEach(
        (window, known) -> {
          if (missingBefore.contains(window)) {
            UsageReading nothing = new UsageReading(window, RelayedVolume.NONE);
            lines.add(UsageRecord.correction(key, nothing, known, now));
          } else {
            missingOnce.add(window);
          }
        });
    if (!missingBefore.equals(missingOnce)) {
      marks.setVanished(key.id(), range, missingOnce);
    }
    return lines;
  }

  private CollectionMark mark(TurnKey key) {
    return marks
        .find(key.id())
        .orElseGet(
            () -> {
              CollectionMark mark = new CollectionMark(key);
              marks.add(mark);
              return mark;
            });
  }
}
