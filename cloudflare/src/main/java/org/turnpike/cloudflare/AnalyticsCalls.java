package org.turnpike.cloudflare;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.json.Json;
import jakarta.json.JsonObject;
import jakarta.json.JsonObjectBuilder;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.turnpike.shared.Rejected;
import org.turnpike.shared.Setting;
import org.turnpike.shared.Settings;
import org.turnpike.shared.Unavailable;
import org.turnpike.tenant.CloudflareAccount;
import org.turnpike.usage.Evidence;

/** Cloudflare's GraphQL, one account a query, within the budget of its analytics token. */
@ApplicationScoped
public class AnalyticsCalls {
  private static final Call.Limit LIMIT = new Call.Limit(Call.PATIENT, 16 * 1024 * 1024);
  private static final int PERCENT_FOR_BILLED = 34;
  private static final Duration RETRY_WHEN_LIMITED = Duration.ofMinutes(5);
  private static final Duration RETRY_WHEN_REPAIRED = Duration.ofMinutes(1);

  private CloudflareHttp http;
  private QueryBudget budget;
  private Clock clock;

  protected AnalyticsCalls() {}

  @Inject
  public AnalyticsCalls(CloudflareHttp http, Settings settings, Clock clock) {
    this.http = http;
    this.budget = new QueryBudget(settings.number(Setting.COLLECT_BUDGET), clock);
    this.clock = clock;
  }

  /** Asks a query that takes the account as {@code $account}. */
  AnalyticsAnswer ask(CloudflareAccount account, String query, JsonObject variables) {
    return answer(account, send(account, query, variables));
  }

  /** The same, of a field that Cloudflare may not have: then there is no answer. */
  Optional<AnalyticsAnswer> askIfKnown(
      String field, CloudflareAccount account, String query, JsonObject variables) {
    Sent sent = send(account, query, variables);
    try {
      return Optional.of(answer(account, sent));
    } catch (Rejected e) {
      if (sent.reply().refuses(field)) {
        return Optional.empty();
      }
      throw e;
    }
  }

  QueryBudget budget() {
    return budget;
  }

  /** What was sent, when, and what came back. */
  private record Sent(String question, Instant at, Reply reply) {}

  private Sent send(CloudflareAccount account, String query, JsonObject variables) {
    budget.spend(account.analyticsToken());
    Instant now = clock.instant();
    JsonObjectBuilder all =
        Json.createObjectBuilder(variables).add("account", account.accountTag());
    JsonObject body = Json.createObjectBuilder().add("query", query).add("variables", all).build();
    Reply reply =
        http.send(
            new Call(
                "POST",
                Addresses.analytics(account),
                Call.bearer(account.analyticsToken()),
                body,
                LIMIT));
    return new Sent(body.toString(), now, reply);
  }

  private static AnalyticsAnswer answer(CloudflareAccount account, Sent sent) {
    Reply reply = sent.reply();
    if (reply.refusesCaller()) {
      throw tokenRefused(account);
    }
    if (!reply.accepted()) {
      throw questionRefused(account);
    }
    return new AnalyticsAnswer(
        onlyAccount(account, reply.json()), new Evidence(sent.question(), sent.at(), reply.body()));
  }

  /**
   * The same for what nobody is billed by: refused while no more of the budget is left than billed
   * usage may need.
   */
  AnalyticsAnswer askForDisplay(CloudflareAccount account, String query, JsonObject variables) {
    if (percentLeft(account) < PERCENT_FOR_BILLED) {
      throw new Unavailable(
          "What is left of the budget of analytics queries is for billed usage.",
          RETRY_WHEN_LIMITED);
    }
    return ask(account, query, variables);
  }

  /** How many of a hundred queries that the account's token may make now are left. */
  int percentLeft(CloudflareAccount account) {
    return budget.percentLeft(account.analyticsToken());
  }

  private static UntrustedJson onlyAccount(CloudflareAccount account, UntrustedJson answer) {
    Optional<List<UntrustedJson>> errors = answer.field("errors").items();
    if (errors.isPresent() && !errors.get().isEmpty()) {
      throw refused(account, errors.get());
    }
    return answer
        .path("data", "viewer", "accounts")
        .items()
        .filter(accounts -> accounts.size() == 1)
        .orElseThrow(() -> Reply.implausible("analytics of no account or of several"))
        .get(0);
  }

  /** A status of 200 can hold a refusal as well. */
  private static RuntimeException refused(CloudflareAccount account, List<UntrustedJson> errors) {
    Set<String> codes =
        errors.stream()
            .flatMap(error -> error.path("extensions", "code").text().stream())
            .collect(Collectors.toSet());
    if (codes.contains("authz")) {
      return tokenRefused(account);
    }
    if (codes.contains("budget")) {
      return new Unavailable("Cloudflare limits our analytics queries.", RETRY_WHEN_LIMITED);
    }
    return codes.contains("quota") || codes.contains("parse")
        ? questionRefused(account)
        : new Unavailable("Cloudflare's analytics answered with an error.", RETRY_WHEN_REPAIRED);
  }

  private static Rejected tokenRefused(CloudflareAccount account) {
    return Rejected.conflict(
        "Cloudflare does not allow the analytics token of account "
            + account.name()
            + " to read its analytics. Give the account a token with the permission Account"
            + " Analytics Read.");
  }

  private static Rejected questionRefused(CloudflareAccount account) {
    return Rejected.conflict(
        "Cloudflare refuses our question for the TURN usage of account " + account.name() + ".");
  }
}
