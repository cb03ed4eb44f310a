package org.turnpike.cloudflare;

import jakarta.json.JsonValue;
import java.time.Duration;
import org.turnpike.shared.Rejected;
import org.turnpike.tenant.CloudflareAccount;
import org.turnpike.usage.UsageWindow;

/**
 * What Cloudflare allows an account to ask of its TURN usage; published nowhere else.
 *
 * @param retention how long data is kept
 * @param widestRange of one question
 * @param pageSize the most rows of one answer
 */
record DatasetSettings(Duration retention, Duration widestRange, int pageSize) {
  private static final String QUERY =
      """
      query TurnUsageSettings($account: string!) {
        viewer {
          accounts(filter: {accountTag: $account}) {
            settings {
              callsTurnUsageAdaptiveGroups { enabled notOlderThan maxDuration maxPageSize }
            }
          }
        }
      }
      """;
  private static final int MOST_ROWS = 10_000;
  private static final Duration MOST_TIME = Duration.ofDays(3650);

  static DatasetSettings ask(AnalyticsCalls analytics, CloudflareAccount account) {
    UntrustedJson settings =
        analytics
            .ask(account, QUERY, JsonValue.EMPTY_JSON_OBJECT)
            .account()
            .path("settings", "callsTurnUsageAdaptiveGroups");
    if (settings.field("enabled").isFalse()) {
      throw Rejected.conflict(
          "Cloudflare offers no analytics of TURN usage to account " + account.name() + ".");
    }
    return new DatasetSettings(
        Duration.ofSeconds(seconds(settings.field("notOlderThan"))),
        Duration.ofSeconds(seconds(settings.field("maxDuration"))),
        Math.toIntExact(atLeast(1, MOST_ROWS, settings.field("maxPageSize"))));
  }

  /** Less than one window could never be asked for. */
  private static long seconds(UntrustedJson value) {
    return atLeast(UsageWindow.LENGTH.toSeconds(), MOST_TIME.toSeconds(), value);
  }

  private static long atLeast(long least, long most, UntrustedJson value) {
    long number = value.whole().orElse(Long.MIN_VALUE);
    if (number < least) {
      throw Reply.implausible("settings of the analytics that allow no question");
    }
    return Math.min(number, most);
  }
}
