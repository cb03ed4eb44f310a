package org.turnpike.relaytest;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import org.turnpike.credential.CustomIdentifier;
import org.turnpike.credential.GrantId;
import org.turnpike.credential.IssueCredentials;
import org.turnpike.credential.TimeToLive;
import org.turnpike.identity.RandomToken;
import org.turnpike.shared.Rejected;
import org.turnpike.shared.Secret;
import org.turnpike.shared.Transactions;
import org.turnpike.shared.Unavailable;
import org.turnpike.tenant.ApiKey;
import org.turnpike.tenant.ApiKeys;
import org.turnpike.tenant.TermsInForce;

/** What whoever holds a link may do: get credentials for the test, and tell what it found. */
@ApplicationScoped
public class RunRelayTest {
  /** Usage of tests can be told from that of calls by it. */
  static final CustomIdentifier IDENTIFIER = new CustomIdentifier("relay-test");

  private static final int LIFE = 600;
  private static final Duration SOON = Duration.ofSeconds(2);

  private RelayTests tests;
  private ApiKeys apiKeys;
  private IssueCredentials credentials;
  private TermsInForce terms;
  private Transactions transactions;
  private Clock clock;

  protected RunRelayTest() {}

  @Inject
  public RunRelayTest(
      RelayTests tests,
      ApiKeys apiKeys,
      IssueCredentials credentials,
      TermsInForce terms,
      Transactions transactions,
      Clock clock) {
    this.tests = tests;
    this.apiKeys = apiKeys;
    this.credentials = credentials;
    this.terms = terms;
    this.transactions = transactions;
    this.clock = clock;
  }

  /**
   * Credentials of the link's tenant, for ten minutes or as near to that as the tenant allows.
   *
   * <p>Where the call came from is noted nowhere: whoever tests is no caller of ours.
   *
   * @param refused the grant of one that a relay refused, which is handed out no more; null for
   *     none
   * @throws Rejected unauthenticated for a link that is unknown; forbidden for one that is expired,
   *     withdrawn or used up
   * @throws Unavailable when none is to be had now; then, as after any failure, the link is charged
   *     nothing
   */
  public IssueCredentials.Issued mint(Secret token, GrantId refused) {
    ApiKey key =
        transactions.call(
            () -> {
              Instant now = clock.instant();
              RelayTestLink link = find(token);
              link.takeCredential(now);
              return keyOf(link, now);
            });
    try {
      return relayOf(key, refused);
    } catch (RuntimeException e) {
      giveBack(token, e);
      throw e;
    }
  }

  private IssueCredentials.Issued relayOf(ApiKey key, GrantId refused) {
    TimeToLive life = new TimeToLive(terms.ttl(key).clamp(LIFE));
    IssueCredentials.Issued issued = credentials.issue(key, null, life, IDENTIFIER, refused);
    if (issued.grant() == null) { // STUN alone tests nothing
      throw new Unavailable("No relay is to be had at the moment.", SOON);
    }
    return issued;
  }

  /** Nothing was handed out. */
  private void giveBack(Secret token, RuntimeException reason) {
    try {
      transactions.run(() -> find(token).giveBackCredential());
    } catch (RuntimeException e) {
      reason.addSuppressed(e);
    }
  }

  /**
   * Keeps what a test found.
   *
   * @param browser may be null
   */
  public RelayTestResult record(Secret token, String browser, List<Leg> legs) {
    return transactions.call(
        () -> {
          Instant now = clock.instant();
          RelayTestLink link = find(token);
          link.takeResult(now);
          keyOf(link, now);
          RelayTestResult result = new RelayTestResult(link, browser, legs, now);
          tests.add(result);
          return result;
        });
  }

  private RelayTestLink find(Secret token) {
    return tests
        .findAndHold(RandomToken.sha256(token.reveal()))
        .orElseThrow(
            () ->
                new Rejected(
                    Rejected.Reason.UNAUTHENTICATED, "This link is not known. Is it whole?"));
  }

  private ApiKey keyOf(RelayTestLink link, Instant now) {
    return apiKeys
        .find(link.apiKey())
        .filter(key -> key.isLive(now))
        .orElseThrow(() -> Rejected.forbidden("This link was withdrawn. Ask for a new one."));
  }
}
