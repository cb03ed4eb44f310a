package org.turnpike.console.usage;

import jakarta.enterprise.context.Dependent;
import jakarta.inject.Inject;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.turnpike.billing.Statement;
import org.turnpike.console.figures.Figures;
import org.turnpike.console.gate.Person;
import org.turnpike.console.shell.Notice;
import org.turnpike.console.shell.TenantInView;
import org.turnpike.console.shell.Times;
import org.turnpike.tenant.ApiKey;
import org.turnpike.tenant.IssueApiKey;
import org.turnpike.tenant.Tenant;
import org.turnpike.turnkey.TurnKey;

/** What needs a person at one tenant, the gravest first. */
@Dependent
public class Attention {
  private static final Duration SOON = Duration.ofDays(14);

  @Inject Person person;
  @Inject TenantInView inView;
  @Inject IssueApiKey apiKeys;
  @Inject Leakage leakage;
  @Inject Lateness lateness;
  @Inject Times times;
  @Inject Clock clock;

  List<Notice> of(Standing standing) {
    Statement statement = standing.statement();
    List<KeyUse.Row> keys = standing.keys();
    List<Notice> notices = new ArrayList<>();
    if (statement.tenant().status() == Tenant.Status.SUSPENDED) {
      notices.add(suspended());
    }
    leakage.of(statement.tenant()).ifPresent(notices::add);
    if (keys.stream().noneMatch(row -> row.key().state() == TurnKey.State.ACTIVE)) {
      notices.add(noTurnKey());
    } else if (lateness.concerns(statement)) {
      notices.add(lateness.notice("Usage", List.of(statement)));
    }
    freeAllowance(statement, standing.outlook()).ifPresent(notices::add);
    if (inView.keys(person)) {
      apiKeys(apiKeys.list(person.caller(), inView.id())).forEach(notices::add);
    }
    keys.stream()
        .filter(row -> row.key().state() == TurnKey.State.DRAINING)
        .map(row -> draining(row.key()))
        .forEach(notices::add);
    return notices;
  }

  private static Notice suspended() {
    return new Notice(
        "Suspended",
        "bad",
        "This tenant gets no credentials",
        "Calls that run go on until their credentials expire. An operator can reactivate it.",
        null,
        null);
  }

  private Notice noTurnKey() {
    return new Notice(
        "Set up",
        "info",
        "No TURN key mints credentials",
        "Create one at Cloudflare from here, or adopt one that exists.",
        inView.keys(person) ? "Go to TURN keys" : null,
        inView.href("turn-keys.xhtml"));
  }

  private Optional<Notice> freeAllowance(Statement statement, Outlook outlook) {
    String href = inView.href("statements-period.xhtml", "period=" + statement.period().name());
    String price = "Each GB above it costs " + Figures.money(statement.plan().unitPrice()) + ".";
    if (statement.charge().billableGigabytes().signum() > 0) {
      return Optional.of(
          new Notice(
              "Cost", "warn", "The free allowance is used up", price, "See the statement", href));
    }
    return Optional.ofNullable(outlook)
        .flatMap(Outlook::freeUntil)
        .map(
            day ->
                new Notice(
                    "Forecast",
                    "warn",
                    "Free allowance ends on " + day,
                    "If each weekday is like those of the last four weeks. " + price,
                    "See the statement",
                    href));
  }

  private Stream<Notice> apiKeys(List<ApiKey> keys) {
    Instant now = clock.instant();
    List<ApiKey> live = keys.stream().filter(key -> key.isLive(now)).toList();
    String href = inView.href("api-keys.xhtml");
    if (live.isEmpty()) {
      return Stream.of(
          new Notice(
              "Set up",
              "info",
              "No API key is live",
              "Your meeting app needs one to ask for credentials.",
              "Go to API keys",
              href));
    }
    return live.stream()
        .filter(key -> key.expiresAt() != null && key.expiresAt().isBefore(now.plus(SOON)))
        .map(
            key ->
                new Notice(
                    "API key",
                    "warn",
                    key.name() + " expires on " + times.day(key.expiresAt()),
                    "Issue its successor and change your app over before that day.",
                    "Go to API keys",
                    href));
  }

  private Notice draining(TurnKey key) {
    return new Notice(
        "TURN key",
        "info",
        key.name() + " is draining",
        "It mints no more; what it minted lives on and is still counted.",
        "Go to TURN keys",
        inView.href("turn-keys.xhtml"));
  }
}
