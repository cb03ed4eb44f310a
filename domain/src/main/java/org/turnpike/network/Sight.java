package org.turnpike.network;

import jakarta.persistence.Embeddable;
import java.io.Serializable;
import java.time.Instant;

/**
 * What is known of a family's addresses.
 *
 * @param addresses of all names together, when they were last looked up; null before the first time
 * @param at when that was; null before the first time
 * @param problem why the last look brought none; null when it did
 */
@Embeddable
public record Sight(AddressSet addresses, Instant at, String problem) implements Serializable {
  /** Never looked at. */
  public static final Sight NONE = new Sight(null, null, null);

  private static final int LONGEST_PROBLEM = 300;

  static Sight of(AddressSet addresses, Instant at) {
    return new Sight(addresses, at, null);
  }

  /** A look that failed says nothing of the addresses. */
  Sight failed(String why) {
    return new Sight(addresses, at, why.substring(0, Math.min(why.length(), LONGEST_PROBLEM)));
  }

  public AddressSet seen() {
    return addresses == null ? AddressSet.NONE : addresses;
  }
}
