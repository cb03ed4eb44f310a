package org.turnpike.credentialservice.relaytest;

import io.swagger.v3.oas.annotations.media.Schema;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.turnpike.relaytest.RelayTestResult;

/** What one run of the relay test found, as a browser told it. */
record RelayTestReply(
    UUID id,
    @Schema(description = "of the link it was run through") String label,
    Instant toldAt,
    String browser,
    List<LegShape> legs) {
  static RelayTestReply of(RelayTestResult result) {
    return new RelayTestReply(
        result.id(),
        result.label(),
        result.toldAt(),
        result.browser(),
        result.legs().stream().map(LegShape::of).toList());
  }
}
