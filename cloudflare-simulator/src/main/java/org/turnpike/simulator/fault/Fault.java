package org.turnpike.simulator.fault;

import java.time.Duration;
import java.time.Instant;

/**
 * A fault as it is asked for; which fields count is said at its {@link FaultKind}.
 *
 * @param keyId only calls about this TURN key; null: all
 * @param accountId only calls about this account; null: all
 * @param retryAfter goes into the header as it is
 * @param count how many calls it strikes; null: until it is cleared
 */
public record Fault(
    FaultKind kind,
    FaultTarget target,
    String keyId,
    String accountId,
    Long millis,
    Integer status,
    String retryAfter,
    Integer percent,
    Instant from,
    Instant to,
    Integer minutes,
    Rubbish variant,
    Integer count) {

  public Fault {
    require(kind != null, "kind is required");
    target = target == null ? FaultTarget.ALL : target;
    variant = variant == null ? Rubbish.TRUNCATED_JSON : variant;
    require(kind != FaultKind.LATENCY || millis != null, "latency takes millis");
    require(kind != FaultKind.LATE_ANSWER || millis != null, "lateAnswer takes millis");
    require(kind != FaultKind.LATE || minutes != null, "late takes minutes");
    require(
        kind != FaultKind.RESTATE || (percent != null && from != null && to != null),
        "restate takes from, to and percent");
    require(
        !kind.isOfFigures() || (accountId == null && count == null),
        "late and restate take keyId, neither accountId nor count");
  }

  Duration time(long defaultMillis) {
    return Duration.ofMillis(millis == null ? defaultMillis : millis);
  }

  private static void require(boolean holds, String message) {
    if (!holds) {
      throw new IllegalArgumentException(message);
    }
  }
}
