package org.turnpike.analytics;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.turnpike.shared.TimeRange;
import org.turnpike.shared.Unavailable;
import org.turnpike.tenant.AccountId;
import org.turnpike.tenant.CloudflareAccount;
import org.turnpike.turnkey.TurnKey;
import org.turnpike.turnkey.TurnKeyId;
import org.turnpike.usage.RelayedVolume;
import org.turnpike.usage.UsageMeter;

/** Cloudflare's usage by username: what was relayed, in two answers where the range allows. */
final class FakeUsernameMeter implements UsernameMeter {
  private final List<TimeRange> questions = new ArrayList<>();
  private final List<Relayed> relayed = new ArrayList<>();
  private final Set<AccountId> spent = new HashSet<>();
  private UsageMeter.Horizon horizon =
      new UsageMeter.Horizon(Duration.ofDays(90), Duration.ofDays(31));
  private boolean busy;
  private Runnable whileReading = () -> {};

  private record Relayed(TurnKeyId key, Share<String> share) {}

  void relayed(TurnKey key, String hour, String username, long egress, long ingress) {
    RelayedVolume volume = RelayedVolume.ofBytes(egress, ingress);
    relayed.add(new Relayed(key.id(), new Share<>(Instant.parse(hour), username, volume)));
  }

  void horizon(Duration retention, Duration widest) {
    horizon = new UsageMeter.Horizon(retention, widest);
  }

  void spent(AccountId account) {
    spent.add(account);
  }

  void busy() {
    busy = true;
  }

  void whileReading(Runnable elsewhere) {
    whileReading = elsewhere;
  }

  List<TimeRange> questions() {
    return List.copyOf(questions);
  }

  @Override
  public UsageMeter.Horizon horizon(CloudflareAccount account) {
    return horizon;
  }

  @Override
  public boolean isAtLeisure(CloudflareAccount account) {
    return !busy;
  }

  @Override
  public List<UsernameUsage> read(CloudflareAccount account, TurnKey key, TimeRange hours) {
    if (spent.contains(account.id())) {
      throw new Unavailable("What is left is for billed usage.", Duration.ofMinutes(5));
    }
    questions.add(hours);
    whileReading.run();
    Instant middle = hours.start().plus(Duration.ofHours(1));
    return middle.isBefore(hours.end())
        ? List.of(
            answer(key, new TimeRange(hours.start(), middle)),
            answer(key, new TimeRange(middle, hours.end())))
        : List.of(answer(key, hours));
  }

  private UsernameUsage answer(TurnKey key, TimeRange hours) {
    List<Share<String>> shares =
        relayed.stream()
            .filter(each -> each.key().equals(key.id()) && hours.contains(each.share().hour()))
            .map(Relayed::share)
            .toList();
    return new UsernameUsage(
        hours, shares, new Asked("question of " + hours, hours.end(), "hash of " + hours));
  }
}
