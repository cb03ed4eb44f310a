package org.turnpike.analytics;

import java.time.Duration;
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
import org.turnpike.usage.UsageMeter;

/** Cloudflare's break-downs, which say that one identifier relayed a byte in each hour. */
final class FakeBreakdownMeter implements BreakdownMeter {
  private final List<Question> questions = new ArrayList<>();
  private final Set<AccountId> spent = new HashSet<>();
  private UsageMeter.Horizon horizon =
      new UsageMeter.Horizon(Duration.ofDays(90), Duration.ofDays(31));
  private boolean busy;
  private Runnable whileReading = () -> {};

  record Question(TurnKeyId key, TimeRange hours) {}

  void horizon(Duration retention, Duration widest) {
    horizon = new UsageMeter.Horizon(retention, widest);
  }

  /** No more of the budget is left than billed usage needs. */
  void spent(AccountId account) {
    spent.add(account);
  }

  /** Nothing is left for what is long past. */
  void busy() {
    busy = true;
  }

  void whileReading(Runnable elsewhere) {
    whileReading = elsewhere;
  }

  List<Question> questions() {
    return List.copyOf(questions);
  }

  void forgetQuestions() {
    questions.clear();
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
  public Breakdown read(CloudflareAccount account, TurnKey key, TimeRange hours) {
    if (spent.contains(account.id())) {
      throw new Unavailable("What is left is for billed usage.", Duration.ofMinutes(5));
    }
    questions.add(new Question(key.id(), hours));
    whileReading.run();
    BreakdownSamples samples = new BreakdownSamples();
    for (var hour = hours.start(); hour.isBefore(hours.end()); hour = hour.plusSeconds(3600)) {
      samples.by(hour.toString(), "anna", 1, 0);
    }
    return samples.of(hours);
  }
}
