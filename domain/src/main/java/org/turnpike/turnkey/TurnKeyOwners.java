package org.turnpike.turnkey;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentMap;
import org.turnpike.shared.TenantId;
import org.turnpike.shared.Transactions;

/** Whose a TURN key is; remembered for good, because it never becomes another's. */
@ApplicationScoped
public class TurnKeyOwners {
  private static final int MOST_REMEMBERED = 10_000;

  private TurnKeys keys;
  private Transactions transactions;
  private final ConcurrentMap<String, TenantId> remembered = new ConcurrentHashMap<>();

  protected TurnKeyOwners() {}

  @Inject
  public TurnKeyOwners(TurnKeys keys, Transactions transactions) {
    this.keys = keys;
    this.transactions = transactions;
  }

  /** By Cloudflare's uid; a key that mints no more has an owner, too. */
  public Optional<TenantId> of(String uid) {
    TenantId known = remembered.get(uid);
    if (known != null) {
      return Optional.of(known);
    }
    Optional<TenantId> owner = transactions.call(() -> keys.findByUid(uid).map(TurnKey::tenant));
    owner.ifPresent(tenant -> remember(uid, tenant));
    return owner;
  }

  private void remember(String uid, TenantId tenant) {
    if (remembered.size() >= MOST_REMEMBERED) {
      remembered.clear();
    }
    remembered.put(uid, tenant);
  }
}
