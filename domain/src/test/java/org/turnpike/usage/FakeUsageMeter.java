package org.turnpike.usage;

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
  private final Set<AccountId> away = new HashSet<>();
  private final Set<TurnKeyId> refused = new HashSet<>();
  private final List<Question> questions = new ArrayList<>();
  private Horizon horizon = new Horizon(Duration.ofDays(90), Duration.ofDays(7));
  private int untilFailure;
  private Runnable whileReading = () -> {};

  /** What was asked for, in order. */
  public record Question(TurnKeyId key, TimeRange range) {}

  public void relayed(TurnKey key, String window, long egress, long ingress) {
    usage
        .computeIfAbsent(key.id(), id -> new TreeMap<>())
        .put(Instant.parse(window), RelayedVolume.ofBytes(egress, ingress));
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

  /** That one of the next questions is not answered; the first is number 1. */
  public void failAtQuestion(int number) {
    untilFailure = number;
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
    questions.add(new Question(key.id(), range));
    if (untilFailure > 0 && --untilFailure == 0) {
      throw away();
    }
    if (range.length().compareTo(horizon.widestRange()) > 0) {
      throw Rejected.invalid("range", "Cloudflare refuses a range this wide.");
    }
    if (refused.contains(key.id())) {
      throw Rejected.invalid("key", "Cloudflare refuses the question.");
    }
    List<UsageReading> readings =
        usage
            .getOrDefault(key.id(), new TreeMap<>())
            .subMap(range.start(), range.end())
            .entrySet()
            .stream()
            .map(entry -> new UsageReading(entry.getKey(), entry.getValue()))
            .toList();
    whileReading.run();
    return List.of(UsageSamples.answer(range, readings));
  }

  private static Unavailable away() {
    return new Unavailable("Cloudflare cannot be reached.", Duration.ofMinutes(1));
  }
}
