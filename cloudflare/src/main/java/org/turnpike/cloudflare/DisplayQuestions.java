package org.turnpike.cloudflare;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.json.Json;
import jakarta.json.JsonObject;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.stream.Stream;
import org.turnpike.shared.Rejected;
import org.turnpike.shared.TimeRange;
import org.turnpike.tenant.AccountId;
import org.turnpike.tenant.CloudflareAccount;
import org.turnpike.turnkey.TurnKey;
import org.turnpike.usage.Evidence;
import org.turnpike.usage.UsageMeter;

/**
 * Questions for what nobody is billed by, one TURN key each. An answer as long as it may be is
 * asked again in halves, down to an hour, whose largest rows are enough.
 */
@ApplicationScoped
public class DisplayQuestions {
  private static final String QUERY =
      """
      query %s(
        $account: string!, $key: string!, $start: Time!, $end: Time!, $limit: uint64!
      ) {
        viewer {
          accounts(filter: {accountTag: $account}) {
            callsTurnUsageAdaptiveGroups(
              filter: {keyId: $key, datetime_geq: $start, datetime_lt: $end}
              orderBy: [%s]
              limit: $limit
            ) {
              %s
            }
          }
        }
      }
      """;

  private static final int PERCENT_FOR_LEISURE = 67;
  private static final Duration SETTINGS_KEPT = Duration.ofHours(1);
  private static final Duration HOUR = Duration.ofHours(1);

  private final Map<AccountId, Known> known = new ConcurrentHashMap<>();
  private AnalyticsCalls analytics;
  private Clock clock;

  private record Known(DatasetSettings settings, Instant until) {}

  /** An answer that may be relied on. */
  record Page(TimeRange hours, List<UntrustedJson> rows, Evidence evidence) {}

  protected DisplayQuestions() {}

  @Inject
  public DisplayQuestions(AnalyticsCalls analytics, Clock clock) {
    this.analytics = analytics;
    this.clock = clock;
  }

  /**
   * A question for the usage of one TURN key in a range.
   *
   * @param fields dimensions and figures
   */
  static String question(String name, String order, String fields) {
    return QUERY.formatted(name, order, fields);
  }

  UsageMeter.Horizon horizon(CloudflareAccount account) {
    DatasetSettings settings = settings(account);
    return new UsageMeter.Horizon(settings.retention(), settings.widestRange());
  }

  boolean isAtLeisure(CloudflareAccount account) {
    return analytics.percentLeft(account) >= PERCENT_FOR_LEISURE;
  }

  /** One behind the other, together of all these hours. */
  List<Page> pages(CloudflareAccount account, TurnKey key, TimeRange hours, String question) {
    try {
      return pages(account, key, hours, question, settings(account).pageSize());
    } catch (Rejected e) {
      // Perhaps what may be asked has changed.
      known.remove(account.id());
      throw e;
    }
  }

  /** The rows of all of them. */
  List<UntrustedJson> rows(
      CloudflareAccount account, TurnKey key, TimeRange hours, String question) {
    return pages(account, key, hours, question).stream()
        .flatMap(page -> page.rows().stream())
        .toList();
  }

  private List<Page> pages(
      CloudflareAccount account, TurnKey key, TimeRange range, String question, int pageSize) {
    Page page = page(account, key, range, question, pageSize);
    if (page.rows().size() < pageSize || range.length().compareTo(HOUR) <= 0) {
      return List.of(page);
    }
    Instant middle =
        range
            .start()
            .plus(range.length().dividedBy(2))
            .plus(HOUR)
            .minusNanos(1)
            .truncatedTo(ChronoUnit.HOURS);
    return Stream.of(new TimeRange(range.start(), middle), new TimeRange(middle, range.end()))
        .flatMap(half -> pages(account, key, half, question, pageSize).stream())
        .toList();
  }

  private Page page(
      CloudflareAccount account, TurnKey key, TimeRange range, String question, int pageSize) {
    JsonObject variables =
        Json.createObjectBuilder()
            .add("key", key.uid())
            .add("start", range.start().toString())
            .add("end", range.end().toString())
            .add("limit", pageSize)
            .build();
    AnalyticsAnswer answer = analytics.askForDisplay(account, question, variables);
    List<UntrustedJson> rows =
        answer
            .account()
            .field("callsTurnUsageAdaptiveGroups")
            .items()
            .orElseThrow(() -> Reply.implausible("a break-down that is no list"));
    return new Page(range, rows, answer.evidence());
  }

  private DatasetSettings settings(CloudflareAccount account) {
    Instant now = clock.instant();
    Known found = known.get(account.id());
    if (found == null || !now.isBefore(found.until())) {
      found = new Known(DatasetSettings.ask(analytics, account), now.plus(SETTINGS_KEPT));
      known.put(account.id(), found);
    }
    return found.settings();
  }
}
