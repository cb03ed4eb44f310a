package org.turnpike.turnkey;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.turnpike.shared.TenantId;

/** All TURN keys. */
public interface TurnKeys {
  void add(TurnKey key);

  Optional<TurnKey> find(TurnKeyId id);

  /** Finds it and keeps others from changing it until the transaction ends. */
  Optional<TurnKey> findAndHold(TurnKeyId id);

  Optional<TurnKey> findByUid(String uid);

  /** A tenant's own, newest first. */
  List<TurnKey> of(TenantId tenant);

  /** Those of several tenants. */
  List<TurnKey> of(Set<TenantId> tenants);

  /** Every one not retired, or retired after that instant, oldest first. */
  List<TurnKey> metered(Instant retiredAfter);
}
