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
import org.turnpike.analytics.Breakdown;
import org.turnpike.analytics.BreakdownMeter;
import org.turnpike.shared.Rejected;
import org.turnpike.shared.TimeRange;
import org.turnpike.tenant.AccountId;
import org.turnpike.tenant.CloudflareAccount;
import org.turnpike.turnkey.TurnKey;
import org.turnpike.usage.UsageMeter;

/**
 * Reads break-downs from Cloudflare's analytics, three questions a TURN key: by identifier, by
 * place, and connections in buckets of five minutes. An answer as long as it may be is asked again
 * in halves, down to an hour, whose largest rows are enough.
 */
@ApplicationScoped
public class CloudflareBreakdowns implements BreakdownMeter {
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
  private static final String BY_IDENTIFIER =
      QUERY.formatted(
          "TurnUsageByIdentifier",
          "sum_egressBytes_DESC",
          "dimensions { datetimeHour customIdentifier } sum { egressBytes ingressBytes }");
  private static final String BY_PLACE =
      QUERY.formatted(
          "TurnUsageByPlace",
          "sum_egressBytes_DESC",
          "dimensions { datetimeHour datacenterCountry datacenterCity }"
              + " sum { egressBytes ingressBytes }");
  private static final String CONNECTIONS =
      QUERY.formatted(
          "TurnConnections",
          "datetimeFiveMinutes_ASC",
          "dimensions { datetimeFiveMinutes } avg { concurrentConnectionsFiveMinutes }");

  private static final int PERCENT_FOR_LEISURE = 67;
  private static final Duration SETTINGS_KEPT = Duration.ofHours(1);
  private static final Duration HOUR = Duration.ofHours(1);

  private final Map<AccountId, Known> known = new ConcurrentHashMap<>();
  private AnalyticsCalls analytics;
  private Clock clock;

  private record Known(DatasetSettings settings, Instant until) {}

  protected CloudflareBreakdowns() {}

  @Inject
  public CloudflareBreakdowns(AnalyticsCalls analytics, Clock clock) {
    this.analytics = analytics;
    this.clock = clock;
  }

  @Override
  public UsageMeter.Horizon horizon(CloudflareAccount account) {
    DatasetSettings settings = settings(account);
    return new UsageMeter.Horizon(settings.retention(), settings.widestRange());
  }

  @Override
  public boolean isAtLeisure(CloudflareAccount account) {
    return analytics.percentLeft(account) >= PERCENT_FOR_LEISURE;
  }

  @Override
  public Breakdown read(CloudflareAccount account, TurnKey key, TimeRange hours) {
    try {
      int pageSize = settings(account).pageSize();
      return new Breakdown(
          hours,
          BreakdownRows.identifiers(rows(account, key, hours, pageSize, BY_IDENTIFIER), hours),
          BreakdownRows.places(rows(account, key, hours, pageSize, BY_PLACE), hours),
          BreakdownRows.connections(rows(account, key, hours, pageSize, CONNECTIONS), hours));
    } catch (Rejected e) {
      // Perhaps what may be asked has changed.
      known.remove(account.id());
      throw e;
    }
  }

  private List<UntrustedJson> rows(
      CloudflareAccount account, TurnKey key, TimeRange range, int pageSize, String query) {
    List<UntrustedJson> rows = page(account, key, range, pageSize, query);
    if (rows.size() < pageSize || range.length().compareTo(HOUR) <= 0) {
      return rows;
    }
    Instant middle =
        range
            .start()
            .plus(range.length().dividedBy(2))
            .plus(HOUR)
            .minusNanos(1)
            .truncatedTo(ChronoUnit.HOURS);
    return Stream.of(new TimeRange(range.start(), middle), new TimeRange(middle, range.end()))
        .flatMap(half -> rows(account, key, half, pageSize, query).stream())
        .toList();
  }

  private List<UntrustedJson> page(
      CloudflareAccount account, TurnKey key, TimeRange range, int pageSize, String query) {
    JsonObject variables =
        Json.createObjectBuilder()
            .add("key", key.uid())
            .add("start", range.start().toString())
            .add("end", range.end().toString())
            .add("limit", pageSize)
            .build();
    return analytics
        .askForDisplay(account, query, variables)
        .field("callsTurnUsageAdaptiveGroups")
        .items()
        .orElseThrow(() -> Reply.implausible("a break-down that is no list"));
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
