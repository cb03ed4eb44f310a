package org.turnpike.credentialservice.relaytest;

import io.swagger.v3.oas.annotations.media.Schema;
import io.swagger.v3.oas.annotations.media.Schema.RequiredMode;
import java.util.List;
import org.turnpike.relaytest.Leg;
import org.turnpike.shared.Rejected;

/** What a browser found. */
record RelayTestTold(
    @Schema(description = "name and version, and the system", maxLength = 100) String browser,
    @Schema(requiredMode = RequiredMode.REQUIRED, description = "one to three")
        List<LegShape> legs) {
  List<Leg> checkedLegs() {
    if (legs == null || legs.contains(null)) {
      throw Rejected.invalid("legs", "legs needs one to three, each of another transport.");
    }
    return legs.stream().map(LegShape::leg).toList();
  }
}
