package org.turnpike.tenant;

import java.util.ArrayList;
import java.util.List;
import org.turnpike.shared.Secret;

public final class FakeAccountProbe implements AccountProbe {
  private Outcome outcome = new Outcome(Answer.OK, Answer.OK);
  private final List<Secret> tried = new ArrayList<>();

  public void answer(Answer turnKeys, Answer analytics) {
    outcome = new Outcome(turnKeys, analytics);
  }

  /** The API tokens tried, in order. */
  public List<Secret> tried() {
    return tried;
  }

  @Override
  public Outcome probe(CloudflareAccount account) {
    tried.add(account.apiToken());
    return outcome;
  }
}
