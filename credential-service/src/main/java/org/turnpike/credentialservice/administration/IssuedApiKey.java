package org.turnpike.credentialservice.administration;

import io.swagger.v3.oas.annotations.media.Schema;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.turnpike.shared.Secret;
import org.turnpike.tenant.ApiKey;
import org.turnpike.tenant.IssueApiKey;

/** An API key just issued. */
record IssuedApiKey(
    UUID id,
    @Schema(type = "string", description = "the key itself, shown this once") Secret key,
    String name,
    String hint,
    List<String> scopes,
    List<String> allowedNetworks,
    Instant expiresAt) {
  static IssuedApiKey of(IssueApiKey.Issued issued) {
    ApiKey key = issued.apiKey();
    return new IssuedApiKey(
        key.id().value(),
        issued.key(),
        key.name(),
        key.hint(),
        key.scopes().names(),
        key.allowedNetworks().blocks(),
        key.expiresAt());
  }
}
