package org.turnpike.tenant;

import org.turnpike.shared.Rejected;
import org.turnpike.shared.Replacement;

/**
 * What is said of an API key's limits; null where nothing is said.
 *
 * @param maxTtl for how long its credentials live at most, in seconds; by nothing: as its tenant's
 * @param callsPerMinute as in {@link CallLimit}; by nothing: it may call as often as it likes
 * @param burst as in {@link CallLimit}
 */
public record LimitChange(
    Replacement<Integer> maxTtl, Replacement<Integer> callsPerMinute, Replacement<Integer> burst) {
  public static final LimitChange NONE = new LimitChange(null, null, null);

  /** Limits of a new API key; null where it has none. */
  public static LimitChange to(Integer maxTtl, Integer callsPerMinute, Integer burst) {
    return new LimitChange(
        new Replacement<>(maxTtl), new Replacement<>(callsPerMinute), new Replacement<>(burst));
  }

  /** Null, before and after, where calls are not limited. */
  CallLimit appliedTo(CallLimit before) {
    Integer calls =
        Replacement.apply(callsPerMinute, before == null ? null : before.callsPerMinute());
    if (calls != null) {
      return new CallLimit(calls, Replacement.apply(burst, before == null ? null : before.burst()));
    }
    if (Replacement.apply(burst, null) != null) {
      throw Rejected.invalid("burst", "burst says nothing without callsPerMinute.");
    }
    return null;
  }
}
