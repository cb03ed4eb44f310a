package org.turnpike.billing;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import org.turnpike.shared.TimeRange;
import org.turnpike.tenant.CloudflareAccount;
import org.turnpike.usage.OpenPeriods;

/** The running period, and for a week after its end the one before it. */
@ApplicationScoped
public class OpenBillingPeriods implements OpenPeriods {
  private static final Duration LEFT_OPEN = Duration.ofDays(7);

  private Clock clock;

  protected OpenBillingPeriods() {}

  @Inject
  public OpenBillingPeriods(Clock clock) {
    this.clock = clock;
  }

  @Override
  public Instant since(CloudflareAccount account) {
    return BillingPeriod.at(clock.instant().minus(LEFT_OPEN), account.billingDay()).start();
  }

  @Override
  public TimeRange lastEnded(CloudflareAccount account) {
    return BillingPeriod.at(clock.instant(), account.billingDay()).previous().range();
  }
}
