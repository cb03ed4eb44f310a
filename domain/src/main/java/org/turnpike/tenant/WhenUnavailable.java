package org.turnpike.tenant;

import java.util.Locale;

/** What a tenant's callers are answered when no relay can be had, whatever is tried. */
public enum WhenUnavailable {
  /** That it is so: a meeting that needs a relay fails early and loudly. */
  REFUSE,
  /** STUN alone, marked as a fallback: whoever needs no relay still meets. */
  STUN_ONLY;

  public String wireName() {
    return name().toLowerCase(Locale.ROOT).replace('_', '-');
  }
}
