package org.turnpike.usage;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.turnpike.identity.Caller;
import org.turnpike.identity.Scope;
import org.turnpike.shared.Setting;
import org.turnpike.shared.Settings;
import org.turnpike.shared.TenantId;
import org.turnpike.shared.TimeRange;
import org.turnpike.shared.Transactions;
import org.turnpike.turnkey.TurnKey;
import org.turnpike.turnkey.TurnKeyId;
import org.turnpike.turnkey.TurnKeys;

/** How far collection has come of every TURN key, for operators. */
@ApplicationScoped
public class SeeCollection {
  /** A key retired longer ago is read no more, however far behind it is. */
  private static final Duration LONGEST_BEHIND = Duration.ofDays(66);

  private TurnKeys keys;
  private CollectionMarks marks;
  private CollectionPaces paces;
  private UsageLedger ledger;
  private Transactions transactions;
  private Settings settings;
  private Clock clock;

  protected SeeCollection() {}

  @Inject
  public SeeCollection(
      TurnKeys keys,
      CollectionMarks marks,
      CollectionPaces paces,
      UsageLedger ledger,
      Transactions transactions,
      Settings settings,
      Clock clock) {
    this.keys = keys;
    this.marks = marks;
    this.paces = paces;
    this.ledger = ledger;
    this.transactions = transactions;
    this.settings = settings;
    this.clock = clock;
  }

  /** Each key that is read for new usage, oldest first. */
  public List<CollectionState> keys(Caller caller) {
    caller.requireEverywhere(Scope.ADMIN);
    Instant now = clock.instant();
    Instant rested = now.minus(settings.duration(Setting.COLLECT_LAG));
    return transactions.call(
        () -> {
          Map<TurnKeyId, CollectionMark> byKey =
              marks.of(null).stream()
                  .collect(Collectors.toMap(CollectionMark::turnKey, Function.identity()));
          Map<TurnKeyId, List<LostUsage>> lost =
              marks.lost(null).stream().collect(Collectors.groupingBy(LostUsage::turnKey));
          return keys.metered(now.minus(LONGEST_BEHIND)).stream()
              .filter(key -> !byKey.containsKey(key.id()) || byKey.get(key.id()).awaitsUsageOf(key))
              .map(key -> state(key, byKey, rested, lost))
              .toList();
        });
  }

  /** How complete usage is in each step of the range, of each tenant. */
  public CoverageMap map(Caller caller, TimeRange range, Duration step) {
    List<CollectionState> keys = keys(caller);
    Map<TenantId, Set<Instant>> corrected =
        transactions.call(caller.reach(), () -> ledger.corrected(range, step));
    return CoverageMap.of(keys, corrected, range, step);
  }

  /** How much each account has been asked, and which rest. */
  public List<CollectionPace> paces(Caller caller) {
    caller.requireEverywhere(Scope.ADMIN);
    return transactions.call(paces::all);
  }

  private static CollectionState state(
      TurnKey key,
      Map<TurnKeyId, CollectionMark> marks,
      Instant rested,
      Map<TurnKeyId, List<LostUsage>> lost) {
    return new CollectionState(
        key,
        marks.get(key.id()),
        ReadUsage.through(key, rested),
        lost.getOrDefault(key.id(), List.of()));
  }
}
