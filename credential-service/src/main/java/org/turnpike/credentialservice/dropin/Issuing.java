package org.turnpike.credentialservice.dropin;

import jakarta.enterprise.context.Dependent;
import jakarta.inject.Inject;
import org.turnpike.credential.AnswerCounts;
import org.turnpike.credential.CustomIdentifier;
import org.turnpike.credential.IssueCredentials;
import org.turnpike.credential.IssueCredentials.Issued;
import org.turnpike.credential.TimeToLive;
import org.turnpike.credentialservice.rules.Call;
import org.turnpike.tenant.TermsInForce;

/** Issues as our own call does, but for a life outside the bounds: the nearest within is given. */
@Dependent
class Issuing {
  private final IssueCredentials credentials;
  private final TermsInForce terms;
  private final AnswerCounts answers;

  @Inject
  Issuing(IssueCredentials credentials, TermsInForce terms, AnswerCounts answers) {
    this.credentials = credentials;
    this.terms = terms;
    this.answers = answers;
  }

  /**
   * Issues one.
   *
   * @param ttl seconds; null for the usual life
   * @param customIdentifier null for none
   */
  Issued issue(Call call, Integer ttl, String customIdentifier) {
    TimeToLive life = new TimeToLive(terms.ttl(call.apiKey()).clamp(ttl));
    CustomIdentifier identifier =
        customIdentifier == null ? null : new CustomIdentifier(customIdentifier);
    return answers.counted(
        call.apiKey().tenant(),
        () -> credentials.issue(call.apiKey(), call.address(), life, identifier));
  }
}
