package org.turnpike.credentialservice.relaytest;

import com.fasterxml.jackson.annotation.JsonInclude;
import io.swagger.v3.oas.annotations.media.Schema;
import io.swagger.v3.oas.annotations.media.Schema.RequiredMode;
import java.util.Locale;
import org.turnpike.relaytest.Leg;
import org.turnpike.relaytest.LegOutcome;
import org.turnpike.shared.Rejected;

/** One way to the relay, as it stands on the wire. */
@JsonInclude(JsonInclude.Include.NON_NULL)
record LegShape(
    @Schema(
            requiredMode = RequiredMode.REQUIRED,
            allowableValues = {"udp", "tcp", "tls"})
        String transport,
    @Schema(
            requiredMode = RequiredMode.REQUIRED,
            allowableValues = {
              "works",
              "poor",
              "blocked",
              "unreachable",
              "refused",
              "expired",
              "tls",
              "declined",
              "no-media",
              "not-tested"
            })
        String outcome,
    Integer roundTripMillis,
    Integer lostPerMille,
    Integer kilobitsPerSecond,
    @Schema(maxLength = 300) String detail) {
  static LegShape of(Leg leg) {
    return new LegShape(
        wire(leg.transport()),
        wire(leg.outcome()),
        leg.roundTripMillis(),
        leg.lostPerMille(),
        leg.kilobitsPerSecond(),
        leg.detail());
  }

  Leg leg() {
    return new Leg(
        of(Leg.Transport.class, "transport", transport),
        of(LegOutcome.class, "outcome", outcome),
        roundTripMillis,
        lostPerMille,
        kilobitsPerSecond,
        detail);
  }

  private static String wire(Enum<?> value) {
    return value.name().toLowerCase(Locale.ROOT).replace('_', '-');
  }

  private static <E extends Enum<E>> E of(Class<E> type, String field, String text) {
    for (E value : type.getEnumConstants()) {
      if (wire(value).equals(text)) {
        return value;
      }
    }
    throw Rejected.invalid(field, field + " is not one of those this test knows.");
  }
}
