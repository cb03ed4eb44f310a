package org.turnpike.usage;

import java.util.Optional;
import org.turnpike.shared.TenantId;
import org.turnpike.turnkey.TurnKey;

/** Whose the usage of an identifier on a shared TURN key is; attribution knows the rules. */
public interface ShareOwners {
  /** Nothing where it is nobody's. */
  Optional<TenantId> of(TurnKey shared, String identifier);
}
