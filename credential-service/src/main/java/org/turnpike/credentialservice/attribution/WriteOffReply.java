package org.turnpike.credentialservice.attribution;

import io.swagger.v3.oas.annotations.media.Schema;
import java.time.Instant;
import java.util.UUID;
import org.turnpike.attribution.WriteOff;
import org.turnpike.attribution.WriteOffUsage;

/** Usage that will be charged to nobody. */
record WriteOffReply(
    UUID id,
    @Schema(description = "whose: the id in the list of unattributed usage") UUID usageId,
    @Schema(nullable = true) String customIdentifier,
    long egressBytes,
    long ingressBytes,
    String reason,
    Instant writtenOffAt,
    String writtenOffBy) {
  static WriteOffReply of(WriteOffUsage.Written written) {
    WriteOff of = written.writeOff();
    return new WriteOffReply(
        of.id(),
        of.share().value(),
        written.share().identifier(),
        of.volume().egress().bytes(),
        of.volume().ingress().bytes(),
        of.reason(),
        of.at(),
        of.by());
  }
}
