package org.turnpike.credentialservice.usage;

import io.swagger.v3.oas.annotations.media.Schema;
import java.time.Instant;
import java.util.UUID;
import org.turnpike.usage.UsageReply;

/** An answer of Cloudflare's that lines of the ledger come from. */
record ReplyOfCloudflare(
    @Schema(
            description =
                "the first 128 bits of the SHA-256 over the question's length (4 bytes) and text,"
                    + " askedAt in microseconds since 1970 (8 bytes), and the body")
        UUID id,
    UUID turnKeyId,
    @Schema(description = "of the range it tells all of") Instant start,
    Instant end,
    @Schema(description = "the GraphQL query and its variables, as sent") String question,
    Instant askedAt,
    @Schema(description = "of the body's bytes, UTF-8") String sha256,
    @Schema(description = "what Cloudflare answered, byte for byte") String body) {
  static ReplyOfCloudflare of(UsageReply reply) {
    return new ReplyOfCloudflare(
        reply.id().value(),
        reply.turnKey().value(),
        reply.range().start(),
        reply.range().end(),
        reply.evidence().question(),
        reply.evidence().askedAt(),
        reply.sha256(),
        reply.evidence().reply());
  }
}
