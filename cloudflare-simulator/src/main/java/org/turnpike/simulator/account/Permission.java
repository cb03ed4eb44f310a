package org.turnpike.simulator.account;

import com.fasterxml.jackson.annotation.JsonProperty;

/** What an account API token may do. */
public enum Permission {
  @JsonProperty("calls:read")
  CALLS_READ,
  @JsonProperty("calls:write")
  CALLS_WRITE,
  @JsonProperty("analytics:read")
  ANALYTICS_READ
}
