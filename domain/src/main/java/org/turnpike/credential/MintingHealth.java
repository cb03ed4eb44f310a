package org.turnpike.credential;

import java.time.Instant;
import java.util.Locale;
import java.util.Map;

/** How minting at Cloudflare goes, as this application has seen it since its start. */
public interface MintingHealth {
  /** By the uid of the TURN key; one that never minted here is left out. */
  Map<String, OfTurnKey> byTurnKey();

  /** Whether Cloudflare is asked. */
  enum Breaker {
    /** It is. */
    CLOSED,
    /** One call finds out whether it is back. */
    PROBING,
    /** It failed, and is not asked for a while. */
    OPEN;

    public String wireName() {
      return name().toLowerCase(Locale.ROOT);
    }
  }

  /**
   * Where the breaker stands.
   *
   * @param since when it left or came back to being closed; null when it never was anything else
   * @param notBefore until when Cloudflare is not asked; null while closed
   * @param problem what failed at the last try, in our words; null when nothing did
   */
  record State(Breaker breaker, Instant since, Instant notBefore, String problem) {
    public static final State CLOSED = new State(Breaker.CLOSED, null, null, null);
  }

  /**
   * Of one TURN key.
   *
   * @param failed how many were tried and brought no credential
   * @param turnedAway how many were not tried, because the breaker was open
   */
  record OfTurnKey(State state, long minted, long failed, long turnedAway) {}
}
