package org.turnpike.simulator.traffic;

import java.time.Duration;

/**
 * Data that comes late: the last {@code by} are not shown yet.
 *
 * @param keyId null for every key
 */
public record Delay(String keyId, Duration by) {

  boolean touches(String key) {
    return keyId == null || keyId.equals(key);
  }
}
