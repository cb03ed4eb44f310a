package org.turnpike.usage;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.turnpike.shared.Transactions;
import org.turnpike.tenant.CloudflareAccounts;
import org.turnpike.turnkey.TurnKey;
import org.turnpike.turnkey.TurnKeyId;
import org.turnpike.turnkey.TurnKeys;

/**
 * Which TURN keys are due, and in which order: what is about to be gone at Cloudflare first, then
 * one key of each tenant, then the next of each, the one furthest behind first, so that a tenant of
 * many keys starves nobody. Shared keys and what is nobody's stand as one tenant more.
 */
@ApplicationScoped
public class CollectionOrder {
  private static final Duration ABOUT_TO_BE_GONE = Duration.ofDays(2);

  private TurnKeys keys;
  private CloudflareAccounts accounts;
  private CollectionMarks marks;
  private OpenPeriods periods;
  private ReadUsage usage;
  private Transactions transactions;
  private Clock clock;

  protected CollectionOrder() {}

  @Inject
  public CollectionOrder(
      TurnKeys keys,
      CloudflareAccounts accounts,
      CollectionMarks marks,
      OpenPeriods periods,
      ReadUsage usage,
      Transactions transactions,
      Clock clock) {
    this.keys = keys;
    this.accounts = accounts;
    this.marks = marks;
    this.periods = periods;
    this.usage = usage;
    this.transactions = transactions;
    this.clock = clock;
  }

  /** A key that is due, and how many of its tenant go before it. */
  private record Turn(TurnKey key, boolean urgent, Instant through, int rank) {
    static final Comparator<Turn> BY_NEED =
        Comparator.comparing((Turn turn) -> !turn.urgent)
            .thenComparing(Turn::through)
            .thenComparing(turn -> turn.key.createdAt());

    static final Comparator<Turn> IN_TURN =
        Comparator.comparing((Turn turn) -> !turn.urgent)
            .thenComparing(Turn::rank)
            .thenComparing(Turn::through)
            .thenComparing(turn -> turn.key.createdAt());

    Turn ranked(int place) {
      return new Turn(key, urgent, through, place);
    }
  }

  List<TurnKey> due() {
    return transactions.call(
        () -> {
          Map<TurnKeyId, CollectionMark> byKey =
              marks.of(null).stream()
                  .collect(Collectors.toMap(CollectionMark::turnKey, Function.identity()));
          Instant now = clock.instant();
          return inTurn(
              keys.metered(openSince().minus(TurnKey.AFTERLIFE)).stream()
                  .filter(key -> usage.isDue(key, mark(byKey, key)))
                  .map(key -> turn(key, mark(byKey, key), now))
                  .toList());
        });
  }

  private Instant openSince() {
    return accounts.all().stream()
        .map(periods::since)
        .min(Comparator.naturalOrder())
        .orElse(clock.instant());
  }

  private static CollectionMark mark(Map<TurnKeyId, CollectionMark> marks, TurnKey key) {
    CollectionMark mark = marks.get(key.id());
    return mark == null ? new CollectionMark(key) : mark;
  }

  /** Of a key never read, the oldest usage may be at the edge of what Cloudflare keeps. */
  private static Turn turn(TurnKey key, CollectionMark mark, Instant now) {
    if (!mark.hasBeenRead()) {
      return new Turn(key, true, Instant.MIN, 0);
    }
    Instant through = mark.completeThrough();
    boolean urgent =
        mark.retention()
            .map(kept -> through.plus(kept).minus(ABOUT_TO_BE_GONE).isBefore(now))
            .orElse(false);
    return new Turn(key, urgent, through, 0);
  }

  private static List<TurnKey> inTurn(List<Turn> due) {
    List<Turn> ranked = new ArrayList<>();
    due.stream()
        .collect(Collectors.groupingBy(turn -> Optional.ofNullable(turn.key().tenant())))
        .values()
        .forEach(
            ofTenant -> {
              List<Turn> byNeed = ofTenant.stream().sorted(Turn.BY_NEED).toList();
              for (int i = 0; i < byNeed.size(); i++) {
                ranked.add(byNeed.get(i).ranked(i));
              }
            });
    return ranked.stream().sorted(Turn.IN_TURN).map(Turn::key).toList();
  }
}
