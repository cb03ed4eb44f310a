package org.turnpike.credentialservice.usage;

import io.swagger.v3.oas.annotations.media.Schema;
import java.time.Instant;
import java.util.UUID;
import org.turnpike.analytics.PossibleLeak;
import org.turnpike.analytics.SeeLeaks;
import org.turnpike.credential.GrantId;
import org.turnpike.identity.Caller;

/** Usage of a credential that should not be there. */
record LeakReply(
    UUID id,
    @Schema(allowableValues = {"open", "dismissed"}) String state,
    @Schema(allowableValues = {"never-issued", "revoked", "expired", "too-much"}) String reason,
    UUID turnKeyId,
    @Schema(
            description =
                "half of the credential: without the scope credentials its first 8 characters")
        String username,
    @Schema(
            description =
                "whose it was; null when it was issued to nobody, and without the scope credentials",
            nullable = true)
        UUID grantId,
    @Schema(description = "start of the first hour with such usage") Instant firstHour,
    @Schema(description = "start of the last one") Instant lastHour,
    @Schema(description = "how many hours had such usage") int hours,
    @Schema(description = "of all of them") long egressBytes,
    @Schema(description = "of all of them") long ingressBytes,
    @Schema(description = "the GraphQL query and its variables, as sent, of the last of them")
        String question,
    Instant askedAt,
    @Schema(description = "SHA-256 of what Cloudflare answered, UTF-8") String replySha256,
    Instant notedAt,
    @Schema(description = "null while open", nullable = true) Instant dismissedAt,
    @Schema(nullable = true) String dismissedBy,
    @Schema(nullable = true) String dismissedWhy) {
  static LeakReply of(PossibleLeak leak, Caller caller) {
    boolean holders = SeeLeaks.maySeeHolders(caller, leak.tenant());
    return new LeakReply(
        leak.id().value(),
        leak.isOpen() ? "open" : "dismissed",
        leak.reason().wireName(),
        leak.turnKey().value(),
        holders ? leak.username() : leak.usernameHint(),
        leak.grant().filter(grant -> holders).map(GrantId::value).orElse(null),
        leak.firstHour(),
        leak.lastHour(),
        leak.hours(),
        leak.volume().egress().bytes(),
        leak.volume().ingress().bytes(),
        leak.asked().question(),
        leak.asked().at(),
        leak.asked().replySha256(),
        leak.notedAt(),
        leak.dismissedAt(),
        leak.dismissedBy(),
        leak.dismissedWhy());
  }
}
