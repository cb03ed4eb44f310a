package org.turnpike.relaytest;

import jakarta.persistence.Column;
import jakarta.persistence.Embeddable;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import java.io.Serializable;
import org.turnpike.shared.Rejected;

/**
 * One way to the relay, as a browser found it.
 *
 * @param roundTripMillis there and back through the relay; null where no media went through, as are
 *     the figures after it
 * @param detail for support, at most 300 characters; may be null
 */
@Embeddable
public record Leg(
    @Enumerated(EnumType.STRING) Transport transport,
    @Enumerated(EnumType.STRING) LegOutcome outcome,
    @Column(name = "round_trip_millis") Integer roundTripMillis,
    @Column(name = "lost_per_mille") Integer lostPerMille,
    @Column(name = "kilobits_per_second") Integer kilobitsPerSecond,
    String detail)
    implements Serializable {
  private static final int LONGEST_DETAIL = 300;

  /** How the browser reaches the relay. */
  public enum Transport {
    UDP,
    TCP,
    TLS
  }

  public Leg {
    if (transport == null || outcome == null) {
      throw Rejected.invalid("legs", "Each leg needs a transport and an outcome.");
    }
    require("roundTripMillis", roundTripMillis, 600_000);
    require("lostPerMille", lostPerMille, 1_000);
    require("kilobitsPerSecond", kilobitsPerSecond, 100_000_000);
    Plain.require("detail", detail, LONGEST_DETAIL);
  }

  private static void require(String field, Integer value, int most) {
    if (value != null && (value < 0 || value > most)) {
      throw Rejected.invalid(field, field + " must be between 0 and " + most + ".");
    }
  }
}
