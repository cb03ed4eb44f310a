package org.turnpike.cloudflare;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.json.Json;
import jakarta.json.JsonObject;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.stream.Stream;
import org.turnpike.shared.Rejected;
import org.turnpike.shared.TimeRange;
import org.turnpike.tenant.AccountId;
import org.turnpike.tenant.CloudflareAccount;
import org.turnpike.turnkey.TurnKey;
import org.turnpike.usage.UsageMeter;
import org.turnpike.usage.UsageReading;
import org.turnpike.usage.UsageWindow;

/**
 * Reads usage from Cloudflare's analytics, one TURN key a query: these data are sampled, and a
 * query over several keys may be skewed. An answer does not say that it was cut short; one as long
 * as it may be is asked again in halves.
 */
@ApplicationScoped
public class CloudflareUsage implements UsageMeter {
  private static final String QUERY =
      """
      query TurnUsage(
        $account: string!, $key: string!, $start: Time!, $end: Time!, $limit: uint64!
      ) {
        viewer {
          accounts(filter: {accountTag: $account}) {
            callsTurnUsageAdaptiveGroups(
              filter: {keyId: $key, datetime_geq: $start, datetime_lt: $end}
              orderBy: [datetimeFifteenMinutes_ASC]
              limit: $limit
            ) {
              dimensions { datetimeFifteenMinutes }
              sum { egressBytes ingressBytes }
            }
          }
        }
      }
      """;
  private static final Duration SETTINGS_KEPT = Duration.ofHours(1);

  private final Map<AccountId, Known> known = new ConcurrentHashMap<>();
  private AnalyticsCalls analytics;
  private Clock clock;

  private record Known(DatasetSettings settings, Instant until) {}

  protected CloudflareUsage() {}

  @Inject
  public CloudflareUsage(AnalyticsCalls analytics, Clock clock) {
    this.analytics = analytics;
    this.clock = clock;
  }

  @Override
  public Horizon horizon(CloudflareAccount account) {
    DatasetSettings settings = settings(account);
    return new Horizon(settings.retention(), settings.widestRange());
  }

  @Override
  public List<UsageReading> read(CloudflareAccount account, TurnKey key, TimeRange range) {
    try {
      return read(account, key, range, settings(account).pageSize());
    } catch (Rejected e) {
      // Perhaps what may be asked has changed.
      known.remove(account.id());
      throw e;
    }
  }

  private List<UsageReading> read(
      CloudflareAccount account, TurnKey key, TimeRange range, int pageSize) {
    List<UntrustedJson> rows = rows(account, key, range, pageSize);
    if (rows.size() < pageSize || range.length().compareTo(UsageWindow.LENGTH) <= 0) {
      return UsageRows.read(rows, range);
    }
    Instant middle = UsageWindow.ceiling(range.start().plus(range.length().dividedBy(2)));
    return Stream.of(new TimeRange(range.start(), middle), new TimeRange(middle, range.end()))
        .flatMap(half -> read(account, key, half, pageSize).stream())
        .toList();
  }

  private List<UntrustedJson> rows(
      CloudflareAccount account, TurnKey key, TimeRange range, int pageSize) {
    JsonObject variables =
        Json.createObjectBuilder()
            .add("key", key.uid())
            .add("start", range.start().toString())
            .add("end", range.end().toString())
            .add("limit", pageSize)
            .build();
    return analytics
        .ask(account, QUERY, variables)
        .field("callsTurnUsageAdaptiveGroups")
        .items()
        .orElseThrow(() -> Reply.implausible("usage that is no list"));
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
