package org.turnpike.quality;

import java.time.Instant;
import java.util.Objects;
import org.turnpike.credential.GrantId;
import org.turnpike.shared.TenantId;

/**
 * Lets whoever holds a credential report on its calls. What it says is signed, not hidden.
 *
 * @param grant the credential's; it tells tokens apart while they are counted, and is not kept
 */
public record ReportToken(TenantId tenant, GrantId grant, Instant expiresAt) {
  public ReportToken {
    Objects.requireNonNull(tenant, "tenant");
    Objects.requireNonNull(grant, "grant");
    Objects.requireNonNull(expiresAt, "expiresAt");
  }
}
