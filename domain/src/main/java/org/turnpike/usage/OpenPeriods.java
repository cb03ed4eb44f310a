package org.turnpike.usage;

import java.time.Instant;
import org.turnpike.tenant.CloudflareAccount;

/** The billing periods whose usage can still change what somebody pays; billing knows them. */
@FunctionalInterface
public interface OpenPeriods {
  /** The start of the account's first one. */
  Instant since(CloudflareAccount account);
}
