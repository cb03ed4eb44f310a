package org.turnpike.credentialservice.dropin;

import jakarta.enterprise.context.Dependent;
import jakarta.inject.Inject;
import org.turnpike.credential.CustomIdentifier;
import org.turnpike.credential.IssueCredentials;
import org.turnpike.credential.IssueCredentials.Issued;
import org.turnpike.credential.TimeToLive;
import org.turnpike.credentialservice.metrics.CallMetrics;
import org.turnpike.credentialservice.rules.Call;
import org.turnpike.tenant.TermsInForce;

/** Issues as our own call does, but for a life outside the bounds: the nearest within is given. */
@Dependent
class Issuing {
  private final IssueCredentials credentials;
  private final TermsInForce terms;
  private final CallMetrics metrics;

  @Inject
  Issuing(IssueCredentials credentials, TermsInForce terms, CallMetrics metrics) {
    this.credentials = credentials;
    this.terms = terms;
    this.metrics = metrics;
  }

  /**
   * Issues one.
   *
   * @param ttl seconds; null for the usual life
   * @param customIdentifier null for none
   */
  Issued issue(Call call, Integer ttl, String customIdentifier) {
    Issued issued =
        credentials.issue(
            call.apiKey(),
            call.address(),
            new TimeToLive(terms.ttl(call.apiKey()).clamp(ttl)),
            customIdentifier == null ? null : new CustomIdentifier(customIdentifier));
    metrics.issued(issued.source());
    return issued;
  }
}
