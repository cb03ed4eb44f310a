package org.turnpike.relaytest;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.List;
import org.turnpike.identity.Caller;
import org.turnpike.identity.Scope;
import org.turnpike.shared.TenantId;
import org.turnpike.shared.Transactions;

/** What relay tests found. */
@ApplicationScoped
public class SeeRelayTests {
  public static final int MOST = 200;

  private RelayTests tests;
  private Transactions transactions;

  protected SeeRelayTests() {}

  @Inject
  public SeeRelayTests(RelayTests tests, Transactions transactions) {
    this.tests = tests;
    this.transactions = transactions;
  }

  /** The tenant's latest, newest first, 200 at the most. */
  public List<RelayTestResult> latest(Caller caller, TenantId tenant) {
    caller.require(Scope.KEYS, tenant);
    return transactions.call(() -> tests.latest(tenant, MOST));
  }
}
