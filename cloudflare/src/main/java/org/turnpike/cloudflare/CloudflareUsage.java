package org.turnpike.cloudflare;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.json.Json;
import jakarta.json.JsonObject;
import jakarta.json.JsonObjectBuilder;
import jakarta.json.JsonReader;
import java.io.StringReader;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.turnpike.shared.Rejected;
import org.turnpike.shared.TimeRange;
import org.turnpike.tenant.AccountId;
import org.turnpike.tenant.CloudflareAccount;
import org.turnpike.turnkey.TurnKey;
import org.turnpike.usage.Evidence;
import org.turnpike.usage.UsageAnswer;
import org.turnpike.usage.UsageMeter;
import org.turnpike.usage.UsageSum;
import org.turnpike.usage.UsageWindow;

/**
 * Reads usage from Cloudflare's analytics, one TURN key a query, or one identifier on it: these
 * data are sampled, and a query over several keys may be skewed. An answer does not say that it was
 * cut short; one as long as it may be is asked again in halves.
 */
@ApplicationScoped
public class CloudflareUsage implements UsageMeter {
  private static final Duration SETTINGS_KEPT = Duration.ofHours(1);

  private final Map<AccountId, Known> known = new ConcurrentHashMap<>();
  private AnalyticsCalls analytics;
  private Clock clock;

  private record Known(DatasetSettings settings, Instant until, boolean confidence) {
    Known withoutConfidence() {
      return new Known(settings, until, false);
    }
  }

  protected CloudflareUsage() {}

  @Inject
  public CloudflareUsage(AnalyticsCalls analytics, Clock clock) {
    this.analytics = analytics;
    this.clock = clock;
  }

  @Override
  public Horizon horizon(CloudflareAccount account) {
    DatasetSettings settings = known(account).settings();
    return new Horizon(settings.retention(), settings.widestRange());
  }

  @Override
  public List<UsageAnswer> read(CloudflareAccount account, TurnKey key, TimeRange range) {
    try {
      return read(account, key, range, known(account).settings().pageSize());
    } catch (Rejected e) {
      // Perhaps what may be asked has changed.
      known.remove(account.id());
      throw e;
    }
  }

  @Override
  public Spending spending(CloudflareAccount account) {
    QueryBudget budget = analytics.budget();
    return new Spending(budget.spent(account.analyticsToken()), budget.most());
  }

  @Override
  public void count(CloudflareAccount account, List<Instant> asked) {
    analytics.budget().count(account.analyticsToken(), asked);
  }

  private List<UsageAnswer> read(
      CloudflareAccount account, TurnKey key, TimeRange range, int pageSize) {
    AnalyticsAnswer answer = ask(account, key, UsageQuery.WINDOWS, range, pageSize);
    List<UntrustedJson> rows = rows(answer);
    if (rows.size() < pageSize || range.length().compareTo(UsageWindow.LENGTH) <= 0) {
      return List.of(new UsageAnswer(range, UsageRows.read(rows, range), answer.evidence()));
    }
    return halves(range).flatMap(half -> read(account, key, half, pageSize).stream()).toList();
  }

  @Override
  public UsageSum sum(CloudflareAccount account, TurnKey key, TimeRange range) {
    try {
      AnalyticsAnswer answer = ask(account, key, UsageQuery.SUM, range, 1);
      return UsageRows.sum(rows(answer), range, answer.evidence());
    } catch (Rejected e) {
      known.remove(account.id());
      throw e;
    }
  }

  @Override
  public Set<String> identifiers(CloudflareAccount account, TurnKey key, TimeRange range) {
    try {
      return identifiers(account, key, range, known(account).settings().pageSize());
    } catch (Rejected e) {
      known.remove(account.id());
      throw e;
    }
  }

  private Set<String> identifiers(
      CloudflareAccount account, TurnKey key, TimeRange range, int pageSize) {
    List<UntrustedJson> rows =
        rows(analytics.ask(account, UsageQuery.IDENTIFIERS, variables(key, range, pageSize)));
    if (rows.size() < pageSize) {
      return rows.stream().map(UsageRows::identifier).collect(Collectors.toSet());
    }
    if (range.length().compareTo(UsageWindow.LENGTH) <= 0) {
      throw Rejected.conflict(
          "More identifiers are on this shared TURN key in a quarter of an hour than Cloudflare"
              + " tells in one answer: they cannot be told apart.");
    }
    return halves(range)
        .flatMap(half -> identifiers(account, key, half, pageSize).stream())
        .collect(Collectors.toSet());
  }

  private static Stream<TimeRange> halves(TimeRange range) {
    Instant middle = UsageWindow.ceiling(range.start().plus(range.length().dividedBy(2)));
    return Stream.of(new TimeRange(range.start(), middle), new TimeRange(middle, range.end()));
  }

  private static List<UntrustedJson> rows(AnalyticsAnswer answer) {
    return answer
        .account()
        .field("callsTurnUsageAdaptiveGroups")
        .items()
        .orElseThrow(() -> Reply.implausible("usage that is no list"));
  }

  /** Not every dataset has a confidence; one that has none is asked for it once. */
  private AnalyticsAnswer ask(
      CloudflareAccount account, TurnKey key, UsageQuery query, TimeRange range, int limit) {
    boolean ofIdentifier = key.identifier() != null;
    JsonObject variables = variables(key, range, limit);
    Known now = known(account);
    if (now.confidence()) {
      Optional<AnalyticsAnswer> answer =
          analytics.askIfKnown(
              UsageQuery.CONFIDENCE, account, query.text(ofIdentifier, true), variables);
      if (answer.isPresent()) {
        return withoutPerson(key, answer.get());
      }
      known.put(account.id(), now.withoutConfidence());
    }
    return withoutPerson(key, analytics.ask(account, query.text(ofIdentifier, false), variables));
  }

  /** What is kept for good says which share was asked for, and not who that is. */
  private static AnalyticsAnswer withoutPerson(TurnKey key, AnalyticsAnswer answer) {
    if (key.identifier() == null) {
      return answer;
    }
    Evidence sent = answer.evidence();
    JsonObject question;
    try (JsonReader reader = Json.createReader(new StringReader(sent.question()))) {
      question = reader.readObject();
    }
    JsonObjectBuilder variables =
        Json.createObjectBuilder(question.getJsonObject("variables"))
            .add("identifier", "share " + key.id());
    String kept = Json.createObjectBuilder(question).add("variables", variables).build().toString();
    return new AnalyticsAnswer(answer.account(), new Evidence(kept, sent.askedAt(), sent.reply()));
  }

  private static JsonObject variables(TurnKey key, TimeRange range, int pageSize) {
    JsonObjectBuilder variables =
        Json.createObjectBuilder()
            .add("key", key.uid())
            .add("start", range.start().toString())
            .add("end", range.end().toString())
            .add("limit", pageSize);
    if (key.identifier() != null) {
      variables.add("identifier", key.identifier());
    }
    return variables.build();
  }

  private Known known(CloudflareAccount account) {
    Instant now = clock.instant();
    Known found = known.get(account.id());
    if (found == null || !now.isBefore(found.until())) {
      found = new Known(DatasetSettings.ask(analytics, account), now.plus(SETTINGS_KEPT), true);
      known.put(account.id(), found);
    }
    return found;
  }
}
