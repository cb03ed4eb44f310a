package org.turnpike.credentialservice.administration;

import io.swagger.v3.oas.annotations.media.Schema;
import java.time.Instant;
import java.util.UUID;
import org.turnpike.tenant.Tenant;

/** A tenant. */
record TenantReply(
    UUID id,
    String name,
    String slug,
    UUID accountId,
    String timeZone,
    String plan,
    @Schema(allowableValues = {"active", "suspended", "closed"}) String status,
    @Schema(description = "in seconds; null for no rule but Cloudflare's") Integer minTtl,
    @Schema(description = "in seconds; null for no rule but Cloudflare's") Integer maxTtl,
    @Schema(description = "in seconds; null for 86400, as far as the bounds allow")
        Integer defaultTtl,
    @Schema(allowableValues = {"refuse", "stun-only"}) String whenUnavailable,
    @Schema(description = "whether /api/turn takes the API key as key= in its URL")
        boolean turnRestKeyInUrl,
    @Schema(description = "whether browsers may report how calls fare") boolean relayReports,
    Instant createdAt) {
  static TenantReply of(Tenant tenant) {
    return new TenantReply(
        tenant.id().value(),
        tenant.name(),
        tenant.slug(),
        tenant.account().value(),
        tenant.timeZone().getId(),
        tenant.plan(),
        tenant.status().wireName(),
        tenant.terms().ttl().minTtl(),
        tenant.terms().ttl().maxTtl(),
        tenant.terms().ttl().defaultTtl(),
        tenant.terms().whenUnavailable().wireName(),
        tenant.terms().keyInUrl(),
        tenant.terms().relayReports(),
        tenant.createdAt());
  }
}
