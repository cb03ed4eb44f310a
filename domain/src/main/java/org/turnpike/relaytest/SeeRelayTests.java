package org.turnpike.relaytest;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.Clock;
import java.time.Instant;
import java.util.List;
import org.turnpike.identity.Caller;
import org.turnpike.identity.Scope;
import org.turnpike.shared.TenantId;
import org.turnpike.shared.Transactions;
import org.turnpike.tenant.ApiKeys;

/** A tenant's links to the relay test, and what was found through them. */
@ApplicationScoped
public class SeeRelayTests {
  public static final int MOST = 200;

  private RelayTests tests;
  private ApiKeys apiKeys;
  private Transactions transactions;
  private Clock clock;

  protected SeeRelayTests() {}

  @Inject
  public SeeRelayTests(RelayTests tests, ApiKeys apiKeys, Transactions transactions, Clock clock) {
    this.tests = tests;
    this.apiKeys = apiKeys;
    this.transactions = transactions;
    this.clock = clock;
  }

  /** The tenant's latest, newest first, 200 at the most. */
  public List<RelayTestResult> latest(Caller caller, TenantId tenant) {
    caller.require(Scope.KEYS, tenant);
    return transactions.call(() -> tests.latest(tenant, MOST));
  }

  /** The tenant's links that open something, newest first. */
  public List<RelayTestLink> links(Caller caller, TenantId tenant) {
    caller.require(Scope.KEYS, tenant);
    Instant now = clock.instant();
    return transactions.call(
        () ->
            tests.unexpired(tenant, now).stream()
                .filter(
                    link -> apiKeys.find(link.apiKey()).filter(key -> key.isLive(now)).isPresent())
                .toList());
  }
}
