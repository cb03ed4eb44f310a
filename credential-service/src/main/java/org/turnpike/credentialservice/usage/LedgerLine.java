package org.turnpike.credentialservice.usage;

import io.swagger.v3.oas.annotations.media.Schema;
import java.time.Instant;
import java.util.Map;
import java.util.UUID;
import org.turnpike.usage.Confidence;
import org.turnpike.usage.ReplyId;
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
                "whether it brings a whole period, whose last window it stands in, to the one sum"
                    + " that Cloudflare gives of it")
        boolean settlement,
    @Schema(description = "how sure Cloudflare was of it; null where it gave none", nullable = true)
        Certainty confidence,
    @Schema(description = "the answer it comes from; null in older lines", nullable = true)
        UUID replyId,
    @Schema(description = "SHA-256 of that answer's body", nullable = true) String replySha256,
    @Schema(
            description =
                "the attribution rule that gave the tenant what was there, or took it; null in other"
                    + " lines",
            nullable = true)
        UUID ruleId,
    @Schema(
            description =
                "SHA-256 over the line before it and all this line says; the last one stands for"
                    + " the whole ledger")
        String hash) {
  /** An interval that holds the true egress at a level of 95 %, by so many samples. */
  record Certainty(long lowerEgressBytes, long upperEgressBytes, long sampleSize) {
    static Certainty of(Confidence confidence) {
      return confidence == null
          ? null
          : new Certainty(confidence.lower(), confidence.upper(), confidence.samples());
    }
  }

  /**
   * @param replies the hashes of the answers that lines come from
   */
  static LedgerLine of(UsageRecord line, Map<ReplyId, String> replies) {
    ReplyId reply = line.reply();
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
        line.isSettlement(),
        Certainty.of(line.confidence()),
        reply == null ? null : reply.value(),
        reply == null ? null : replies.get(reply),
        line.rule() == null ? null : line.rule().value(),
        line.hash());
  }
}
