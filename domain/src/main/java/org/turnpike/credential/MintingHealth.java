package org.turnpike.credential;

import java.util.Map;

/** How minting at Cloudflare goes, as this application has seen it since its start. */
public interface MintingHealth {
  /** By the uid of the TURN key; one that never minted here is left out. */
  Map<String, OfTurnKey> byTurnKey();

  /** Whether Cloudflare is asked. */
  enum Breaker {
    /** It is. */
    CLOSED,
    /** It failed, and is not asked for a while. */
    OPEN,
    /** One call finds out whether it is back. */
    PROBING
  }

  /**
   * Of one TURN key.
   *
   * @param turnedAway how many mintings were not tried, because the breaker was open
   */
  record OfTurnKey(Breaker breaker, long minted, long failed, long turnedAway) {}
}
