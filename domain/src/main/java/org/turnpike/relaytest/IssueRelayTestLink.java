package org.turnpike.relaytest;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.EnumSet;
import org.turnpike.identity.Caller;
import org.turnpike.identity.RandomToken;
import org.turnpike.identity.Scope;
import org.turnpike.shared.Name;
import org.turnpike.shared.Rejected;
import org.turnpike.shared.Secret;
import org.turnpike.shared.TenantId;
import org.turnpike.shared.Transactions;
import org.turnpike.tenant.ApiKey;
import org.turnpike.tenant.IssueApiKey;
import org.turnpike.tenant.LimitChange;
import org.turnpike.tenant.Networks;
import org.turnpike.tenant.Scopes;

/** Makes a link to the relay test, with an API key behind it whose text nobody ever sees. */
@ApplicationScoped
public class IssueRelayTestLink {
  private static final int CALLS_PER_MINUTE = 30;

  private IssueApiKey apiKeys;
  private RelayTests tests;
  private Transactions transactions;
  private Clock clock;

  protected IssueRelayTestLink() {}

  @Inject
  public IssueRelayTestLink(
      IssueApiKey apiKeys, RelayTests tests, Transactions transactions, Clock clock) {
    this.apiKeys = apiKeys;
    this.tests = tests;
    this.transactions = transactions;
    this.clock = clock;
  }

  /**
   * A link just made.
   *
   * @param token what the test says who it is by; shown once
   */
  public record Issued(RelayTestLink link, Secret token) {}

  /**
   * A link of the tenant; its maker needs the scopes keys and credentials.
   *
   * @param label for whom it is
   * @param life up to 14 days
   * @param mostCredentials how often it hands out credentials, 1 to 200
   */
  public Issued issue(
      Caller caller, TenantId tenant, String label, Duration life, int mostCredentials) {
    caller.require(Scope.KEYS, tenant);
    String name = Name.checked(label);
    if (life.isNegative() || life.isZero() || life.compareTo(RelayTestLink.LONGEST_LIFE) > 0) {
      throw Rejected.invalid("life", "A link lives for 14 days at most.");
    }
    RelayTestLink.requireCredentials(mostCredentials);
    Instant end = clock.instant().plus(life);
    return transactions.call(
        () -> {
          ApiKey key =
              apiKeys
                  .issue(
                      caller,
                      tenant,
                      keyName(name),
                      new Scopes(EnumSet.of(Scope.CREDENTIALS)),
                      Networks.ANYWHERE,
                      end,
                      LimitChange.to(null, CALLS_PER_MINUTE, null))
                  .apiKey();
          Secret token = RandomToken.random(RelayTestLink.PREFIX);
          RelayTestLink link = new RelayTestLink(key, name, token, mostCredentials);
          tests.add(link);
          return new Issued(link, token);
        });
  }

  private static String keyName(String label) {
    String name = "Relay test: " + label;
    return name.length() <= 100 ? name : name.substring(0, 99) + "…";
  }
}
