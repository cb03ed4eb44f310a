package org.turnpike.analytics;

import java.util.Locale;

/** Why usage may be a leak; of one hour of one credential the first that holds. */
public enum LeakReason {
  /** Turnpike handed nobody this credential. */
  NEVER_ISSUED,
  /** It relayed when it had been revoked for longer than is tolerated. */
  REVOKED,
  /** It relayed when it had expired for longer than is tolerated. */
  EXPIRED,
  /** It is somebody's and lives, and relayed more than one holder can. */
  TOO_MUCH;

  public String wireName() {
    return name().toLowerCase(Locale.ROOT).replace('_', '-');
  }
}
