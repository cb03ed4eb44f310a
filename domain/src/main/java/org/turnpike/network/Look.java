package org.turnpike.network;

import java.time.Instant;
import java.util.EnumMap;
import java.util.Map;
import org.turnpike.network.RelayAddress.Family;
import org.turnpike.shared.Unavailable;

/**
 * One look at all names. A family counts when every name's was answered: half an answer would seem
 * to have lost addresses.
 */
record Look(Map<Family, Found> families, Instant at) {
  /**
   * What came of it.
   *
   * @param problem null when it was answered
   */
  private record Found(AddressSet addresses, String problem) {}

  static Look at(RelayAddresses names, Instant now) {
    Map<Family, Found> families = new EnumMap<>(Family.class);
    for (Family family : Family.values()) {
      families.put(family, find(names, family));
    }
    return new Look(families, now);
  }

  private static Found find(RelayAddresses names, Family family) {
    AddressSet found = AddressSet.NONE;
    for (String name : RelayAddresses.NAMES) {
      try {
        found = found.plus(names.find(name, family));
      } catch (Unavailable e) {
        return new Found(AddressSet.NONE, e.getMessage());
      }
    }
    return new Found(found, null);
  }

  /** What is known of the family after it. */
  Sight after(Family family, Sight before) {
    Found found = families.get(family);
    return found.problem() == null
        ? Sight.of(found.addresses(), at)
        : before.failed(found.problem());
  }
}
