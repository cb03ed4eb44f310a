package org.turnpike.credential;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.Clock;
import org.turnpike.shared.Setting;
import org.turnpike.shared.Settings;
import org.turnpike.shared.Transactions;

/**
 * Deletes grants whose retention is over: they hold personal data, custom identifiers and network
 * addresses, which we keep no longer than we say.
 */
@ApplicationScoped
public class ForgetGrants {
  private CredentialGrants grants;
  private HeldCredentials held;
  private CredentialReserve reserve;
  private Transactions transactions;
  private Settings settings;
  private Clock clock;

  protected ForgetGrants() {}

  @Inject
  public ForgetGrants(
      CredentialGrants grants,
      HeldCredentials held,
      CredentialReserve reserve,
      Transactions transactions,
      Settings settings,
      Clock clock) {
    this.grants = grants;
    this.held = held;
    this.reserve = reserve;
    this.transactions = transactions;
    this.settings = settings;
    this.clock = clock;
  }

  /** Says how many it deleted. */
  public int forget() {
    return transactions.call(
        () -> {
          held.forgetExpiredBefore(clock.instant());
          reserve.forgetExpiredBefore(clock.instant());
          return grants.forgetExpiredBefore(
              clock.instant().minus(settings.duration(Setting.RETENTION_GRANTS)));
        });
  }
}
