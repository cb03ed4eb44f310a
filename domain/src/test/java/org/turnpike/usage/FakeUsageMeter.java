package org.turnpike.usage;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.NavigableMap;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Collectors;
import org.turnpike.shared.Implausible;
import org.turnpike.shared.Rejected;
import org.turnpike.shared.TimeRange;
import org.turnpike.shared.Unavailable;
import org.turnpike.tenant.AccountId;
import org.turnpike.tenant.CloudflareAccount;
import org.turnpike.turnkey.TurnKey;
import org.turnpike.turnkey.TurnKeyId;

/** Cloudflare's analytics: what each TURN key relayed, as far as it is known there. */
public final class FakeUsageMeter implements UsageMeter {
  private final Map<TurnKeyId, NavigableMap<Instant, RelayedVolume>> usage = new HashMap<>();
  private final Map<Tagged, NavigableMap<Instant, RelayedVolume>> tagged = new HashMap<>();
  private final Set<AccountId> away = new HashSet<>();
  private final Set<TurnKeyId> refused = new HashSet<>();
  private final Set<TurnKeyId> garbled = new HashSet<>();
  private boolean silentOnSums;
  private final List<Question> questions = new ArrayList<>();
  private final List<Question> sums = new ArrayList<>();
  private RelayedVolume skew = RelayedVolume.NONE;
  private final Map<AccountId, List<Instant>> spent = new HashMap<>();
  private final Clock clock;
  private int budget = 200;
  private Horizon horizon = new Horizon(Duration.ofDays(90), Duration.ofDays(7));
  private int untilFailure;
  private Runnable whileReading = () -> {};

  public FakeUsageMeter(Clock clock) {
    this.clock = clock;
  }

  private record Tagged(TurnKeyId shared, String identifier) {}

  /** What was asked for, in order. */
  public record Question(TurnKeyId key, TimeRange range) {}

  public void relayed(TurnKey key, String window, long egress, long ingress) {
    usage
        .computeIfAbsent(key.id(), id -> new TreeMap<>())
        .put(Instant.parse(window), RelayedVolume.ofBytes(egress, ingress));
  }

  /** On a shared key, under an identifier. */
  public void relayed(TurnKey shared, String identifier, String window, long egress, long ingress) {
    tagged
        .computeIfAbsent(new Tagged(shared.id(), identifier), whose -> new TreeMap<>())
        .put(Instant.parse(window), RelayedVolume.ofBytes(egress, ingress));
  }

  private NavigableMap<Instant, RelayedVolume> usage(TurnKey key) {
    return key.sharedKey() == null
        ? usage.getOrDefault(key.id(), new TreeMap<>())
        : tagged.getOrDefault(new Tagged(key.sharedKey(), key.identifier()), new TreeMap<>());
  }

  public void vanish(TurnKey key, String window) {
    usage.get(key.id()).remove(Instant.parse(window));
  }

  public void horizon(Duration retention, Duration widestRange) {
    horizon = new Horizon(retention, widestRange);
  }

  public void away(AccountId account) {
    away.add(account);
  }

  public void back(AccountId account) {
    away.remove(account);
  }

  public void refuse(TurnKeyId key) {
    refused.add(key);
  }

  /** Answers questions of that key with what cannot be. */
  public void garble(TurnKeyId key) {
    garbled.add(key);
  }

  /** Whether it answers with no sum at all. */
  public void silentOnSums(boolean silent) {
    silentOnSums = silent;
  }

  /** That one of the next questions is not answered; the first is number 1. */
  public void failAtQuestion(int number) {
    untilFailure = number;
  }

  /** By how much one sum is more than all its windows. */
  public void skew(long egress, long ingress) {
    skew = RelayedVolume.ofBytes(egress, ingress);
  }

  /** Of which ranges one sum was asked for. */
  public List<Question> sums() {
    return List.copyOf(sums);
  }

  /** How many questions it answers of an account until {@link #spendAnew}. */
  public void budget(int most) {
    budget = most;
  }

  /** Five minutes have passed. */
  public void spendAnew() {
    spent.clear();
  }

  @Override
  public Spending spending(CloudflareAccount account) {
    Instant stale = clock.instant().minus(Duration.ofMinutes(5));
    return new Spending(
        spent.getOrDefault(account.id(), List.of()).stream()
            .filter(asked -> asked.isAfter(stale))
            .sorted()
            .toList(),
        budget);
  }

  @Override
  public void count(CloudflareAccount account, List<Instant> asked) {
    List<Instant> unknown = new ArrayList<>(asked);
    List<Instant> known = spent.computeIfAbsent(account.id(), id -> new ArrayList<>());
    known.forEach(unknown::remove);
    known.addAll(unknown);
  }

  /** What happens elsewhere before the answer is in. */
  public void whileReading(Runnable elsewhere) {
    whileReading = elsewhere;
  }

  public List<Question> questions() {
    return List.copyOf(questions);
  }

  public void forgetQuestions() {
    questions.clear();
  }

  @Override
  public Horizon horizon(CloudflareAccount account) {
    if (away.contains(account.id())) {
      throw away();
    }
    return horizon;
  }

  @Override
  public List<UsageAnswer> read(CloudflareAccount account, TurnKey key, TimeRange range) {
    ask(account, key, range, false);
    List<UsageReading> readings =
        usage(key).subMap(range.start(), range.end()).entrySet().stream()
            .map(entry -> new UsageReading(entry.getKey(), entry.getValue()))
            .toList();
    whileReading.run();
    return List.of(UsageSamples.answer(key, range, readings));
  }

  @Override
  public Set<String> identifiers(CloudflareAccount account, TurnKey key, TimeRange range) {
    ask(account, key, range, false);
    return tagged.entrySet().stream()
        .filter(entry -> entry.getKey().shared().equals(key.id()))
        .filter(entry -> !entry.getValue().subMap(range.start(), range.end()).isEmpty())
        .map(entry -> entry.getKey().identifier())
        .collect(Collectors.toSet());
  }

  @Override
  public UsageSum sum(CloudflareAccount account, TurnKey key, TimeRange range) {
    ask(account, key, range, true);
    RelayedVolume sum =
        silentOnSums
            ? RelayedVolume.NONE
            : usage(key).subMap(range.start(), range.end()).values().stream()
                .reduce(skew, RelayedVolume::plus);
    whileReading.run();
    Evidence evidence = UsageSamples.answer(key, range, List.of()).evidence();
    return new UsageSum(
        range, sum, null, new Evidence(evidence.question(), evidence.askedAt(), "sum " + sum));
  }

  private void ask(CloudflareAccount account, TurnKey key, TimeRange range, boolean sum) {
    if (spending(account).asked().size() >= budget) {
      throw new Unavailable("The budget is used up.", Duration.ofMinutes(3));
    }
    spent.computeIfAbsent(account.id(), id -> new ArrayList<>()).add(clock.instant());
    (sum ? sums : questions).add(new Question(key.id(), range));
    if (untilFailure > 0 && --untilFailure == 0) {
      throw away();
    }
    if (range.length().compareTo(horizon.widestRange()) > 0) {
      throw Rejected.invalid("range", "Cloudflare refuses a range this wide.");
    }
    if (refused.contains(key.id())) {
      throw Rejected.invalid("key", "Cloudflare refuses the question.");
    }
    if (garbled.contains(key.id())) {
      throw new Implausible("Cloudflare answered what cannot be.", Duration.ofSeconds(5));
    }
  }

  private static Unavailable away() {
    return new Unavailable("Cloudflare cannot be reached.", Duration.ofMinutes(1));
  }
}
