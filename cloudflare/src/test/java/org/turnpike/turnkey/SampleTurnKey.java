package org.turnpike.turnkey;

import java.time.Instant;
import org.turnpike.shared.Secret;
import org.turnpike.tenant.CloudflareAccount;
import org.turnpike.tenant.Tenant;
import org.turnpike.tenant.TenantDetails;

/** A TURN key as provisioning would have kept it; only this package can make one. */
public final class SampleTurnKey {
  private SampleTurnKey() {}

  public static TurnKey of(CloudflareAccount account, String uid, Secret secret) {
    Instant now = account.createdAt();
    TenantDetails details = new TenantDetails("Acme", "acme", account.id(), null, null, null);
    return new TurnKey(new Tenant(details, account.id(), now), "meetings", uid, secret, now);
  }
}
