package org.turnpike.turnkey;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.Clock;
import java.util.List;
import java.util.regex.Pattern;
import org.turnpike.audit.AuditEntry;
import org.turnpike.audit.AuditTrail;
import org.turnpike.identity.Caller;
import org.turnpike.identity.Scope;
import org.turnpike.shared.Name;
import org.turnpike.shared.Rejected;
import org.turnpike.shared.Secret;
import org.turnpike.shared.TenantId;
import org.turnpike.shared.Transactions;
import org.turnpike.tenant.CloudflareAccount;
import org.turnpike.tenant.CloudflareAccounts;
import org.turnpike.tenant.Tenant;
import org.turnpike.tenant.Tenants;

/** A tenant gets a TURN key: a new one made at Cloudflare, or one that exists there already. */
@ApplicationScoped
public class ProvisionTurnKey {
  private static final Pattern UID = Pattern.compile("[0-9a-zA-Z_-]{1,64}");

  private TurnKeys keys;
  private Tenants tenants;
  private CloudflareAccounts accounts;
  private TurnKeyProvider provider;
  private AuditTrail audit;
  private Transactions transactions;
  private Clock clock;

  protected ProvisionTurnKey() {}

  @Inject
  public ProvisionTurnKey(
      TurnKeys keys,
      Tenants tenants,
      CloudflareAccounts accounts,
      TurnKeyProvider provider,
      AuditTrail audit,
      Transactions transactions,
      Clock clock) {
    this.keys = keys;
    this.tenants = tenants;
    this.accounts = accounts;
    this.provider = provider;
    this.audit = audit;
    this.transactions = transactions;
    this.clock = clock;
  }

  private record Place(Tenant tenant, CloudflareAccount account) {}

  public List<TurnKey> list(Caller caller, TenantId tenant) {
    if (!caller.may(Scope.USAGE, tenant)) {
      caller.require(Scope.KEYS, tenant);
    }
    return transactions.call(() -> keys.of(tenant(tenant).id()));
  }

  public TurnKey find(Caller caller, TenantId tenant, TurnKeyId id) {
    return list(caller, tenant).stream()
        .filter(key -> key.id().equals(id))
        .findFirst()
        .orElseThrow(() -> Rejected.notFound("TURN key"));
  }

  /**
   * Makes the key at Cloudflare, outside any transaction, then keeps it; deletes it there again
   * when it could not be kept.
   */
  public TurnKey create(Caller caller, TenantId tenant, String name) {
    caller.require(Scope.KEYS, tenant);
    String checked = Name.checked(name);
    Place place = place(tenant);
    TurnKeyProvider.Created created =
        provider.create(place.account(), place.tenant().slug() + "/" + checked);
    try {
      return keep(caller, place.tenant(), checked, created.uid(), created.secret(), "created");
    } catch (RuntimeException e) {
      try {
        provider.delete(place.account(), created.uid());
      } catch (RuntimeException orphaned) {
        e.addSuppressed(orphaned);
      }
      throw e;
    }
  }

  /** Takes over a key that exists at Cloudflare, once its secret proved right. */
  public TurnKey adopt(Caller caller, TenantId tenant, String name, String uid, Secret secret) {
    caller.require(Scope.KEYS, tenant);
    String checked = Name.checked(name);
    checkUid(uid);
    if (secret == null) {
      throw Rejected.invalid("secret", "secret is missing: Cloudflare showed it once.");
    }
    Place place = place(tenant);
    if (transactions.call(() -> keys.findByUid(uid)).isPresent()) {
      throw Rejected.conflict("This TURN key has been adopted already.");
    }
    provider.verify(place.account(), uid, secret);
    return keep(caller, place.tenant(), checked, uid, secret, "adopted");
  }

  static void checkUid(String uid) {
    if (uid == null || !UID.matcher(uid).matches()) {
      throw Rejected.invalid("uid", "uid is Cloudflare's id of the TURN key.");
    }
  }

  private TurnKey keep(
      Caller caller, Tenant tenant, String name, String uid, Secret secret, String how) {
    return transactions.call(
        () -> {
          TurnKey key = new TurnKey(tenant, name, uid, secret, clock.instant());
          keys.add(key);
          audit.append(
              new AuditEntry(
                  key.createdAt(),
                  caller.actor(),
                  tenant.id(),
                  "turn-key." + how,
                  key.name(),
                  "uid " + uid));
          return key;
        });
  }

  private Place place(TenantId id) {
    return transactions.call(
        () -> {
          Tenant tenant = tenant(id);
          if (tenant.status() != Tenant.Status.ACTIVE) {
            throw Rejected.conflict("This tenant is " + tenant.status().wireName() + ".");
          }
          return new Place(
              tenant,
              accounts.find(tenant.account()).orElseThrow(() -> Rejected.notFound("account")));
        });
  }

  private Tenant tenant(TenantId id) {
    return tenants.find(id).orElseThrow(() -> Rejected.notFound("tenant"));
  }
}
