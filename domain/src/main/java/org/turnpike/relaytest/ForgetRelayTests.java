package org.turnpike.relaytest;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.Clock;
import org.turnpike.shared.Setting;
import org.turnpike.shared.Settings;
import org.turnpike.shared.Transactions;

/** Deletes what relay tests found once its retention is over, which is that of relay reports. */
@ApplicationScoped
public class ForgetRelayTests {
  private RelayTests tests;
  private Transactions transactions;
  private Settings settings;
  private Clock clock;

  protected ForgetRelayTests() {}

  @Inject
  public ForgetRelayTests(
      RelayTests tests, Transactions transactions, Settings settings, Clock clock) {
    this.tests = tests;
    this.transactions = transactions;
    this.settings = settings;
    this.clock = clock;
  }

  /** Says how many results it deleted. */
  public int forget() {
    return transactions.call(
        () ->
            tests.forgetBefore(
                clock.instant().minus(settings.duration(Setting.RETENTION_REPORTS))));
  }
}
