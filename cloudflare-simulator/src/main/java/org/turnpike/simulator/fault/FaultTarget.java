package org.turnpike.simulator.fault;

import com.fasterxml.jackson.annotation.JsonProperty;
import java.util.Locale;

/** Which endpoints a fault strikes. */
public enum FaultTarget {
  @JsonProperty("mint")
  MINT,
  @JsonProperty("revoke")
  REVOKE,
  @JsonProperty("keys")
  KEYS,
  @JsonProperty("graphql")
  GRAPHQL,
  @JsonProperty("all")
  ALL;

  /** Endpoints are named {@code mint.generate}, {@code keys.list} and so on. */
  boolean strikes(String endpoint) {
    return this == ALL || endpoint.startsWith(name().toLowerCase(Locale.ROOT));
  }
}
