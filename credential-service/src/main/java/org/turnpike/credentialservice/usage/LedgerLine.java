package org.turnpike.credentialservice.usage;

import io.swagger.v3.oas.annotations.media.Schema;
import java.time.Instant;
import java.util.UUID;
import org.turnpike.usage.UsageRecord;

/** One line of the ledger. */
record LedgerLine(
    @Schema(description = "its place in the order of posting, without a gap") long posting,
    UUID turnKeyId,
    Instant windowStart,
    Instant windowEnd,
    @Schema(description = "0 for the first reading, one more for each correction") int revision,
    @Schema(description = "what this line adds; negative in a correction downwards")
        long egressBytes,
    @Schema(description = "what this line adds; negative in a correction downwards")
        long ingressBytes,
    @Schema(description = "what Cloudflare said of the window then") long readEgressBytes,
    @Schema(description = "what Cloudflare said of the window then") long readIngressBytes,
    Instant postedAt,
    @Schema(
            description =
                "SHA-256 over the line before it and all this line says; the last one stands for"
                    + " the whole ledger")
        String hash) {
  static LedgerLine of(UsageRecord line) {
    return new LedgerLine(
        line.posting(),
        line.turnKey().value(),
        line.windowStart(),
        line.windowEnd(),
        line.revision(),
        line.change().egress().bytes(),
        line.change().ingress().bytes(),
        line.read().egress().bytes(),
        line.read().ingress().bytes(),
        line.postedAt(),
        line.hash());
  }
}
