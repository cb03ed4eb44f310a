package org.turnpike.credential;

import java.util.Comparator;
import java.util.List;
import org.turnpike.shared.Rejected;
import org.turnpike.tenant.Tenant;
import org.turnpike.turnkey.TurnKey;

/** Whether a tenant gets a credential, and which of its TURN keys mints it: pure rules. */
final class IssuancePolicy {
  private IssuancePolicy() {}

  static boolean serves(Tenant tenant, TurnKey key) {
    return tenant.status() == Tenant.Status.ACTIVE && key.state() == TurnKey.State.ACTIVE;
  }

  /** The tenant's newest active key; throws {@link Rejected} when the tenant gets nothing. */
  static TurnKey choose(Tenant tenant, List<TurnKey> keys) {
    if (tenant.status() != Tenant.Status.ACTIVE) {
      throw Rejected.forbidden(
          "This tenant is " + tenant.status().wireName() + " and gets no credentials.");
    }
    return keys.stream()
        .filter(key -> key.state() == TurnKey.State.ACTIVE)
        .max(Comparator.comparing(TurnKey::createdAt))
        .orElseThrow(
            () -> Rejected.conflict("This tenant has no active TURN key. Create one first."));
  }
}
