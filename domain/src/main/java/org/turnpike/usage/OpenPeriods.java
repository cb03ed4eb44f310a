package org.turnpike.usage;

import java.time.Instant;
import org.turnpike.shared.TimeRange;
import org.turnpike.tenant.CloudflareAccount;

/** The billing periods whose usage can still change what somebody pays; billing knows them. */
public interface OpenPeriods {
  /** The start of the account's first one. */
  Instant since(CloudflareAccount account);

  /** The account's last one that is over. */
  TimeRange lastEnded(CloudflareAccount account);
}
