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

  /** Finds it and keeps others from holding or changing it until the transaction ends. */
  Optional<TurnKey> findToChange(TurnKeyId id);

  /** By Cloudflare's id; never a share. */
  Optional<TurnKey> findByUid(String uid);

  /** A tenant's own, which mint, newest first. */
  List<TurnKey> of(TenantId tenant);

  /** Those of several tenants. */
  List<TurnKey> of(Set<TenantId> tenants);

  /** All that usage of these tenants is metered by: their own and their shares, newest first. */
  List<TurnKey> meteredFor(Set<TenantId> tenants);

  /**
   * Every one not retired, or retired after that instant, oldest first: own, shared, and shares
   * whose identifier is known.
   */
  List<TurnKey> metered(Instant retiredAfter);

  /** Those that tenants share, oldest first. */
  List<TurnKey> shared();

  /** The shares of a shared key, oldest first. */
  List<TurnKey> shares(TurnKeyId shared);

  /** The same, and keeps others from holding or changing them until the transaction ends. */
  List<TurnKey> sharesToChange(TurnKeyId shared);
}
