package org.turnpike.credential;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import org.turnpike.audit.AuditEntry;
import org.turnpike.audit.AuditTrail;
import org.turnpike.identity.Caller;
import org.turnpike.identity.Scope;
import org.turnpike.shared.Epoch;
import org.turnpike.shared.Pause;
import org.turnpike.shared.Rejected;
import org.turnpike.shared.TenantId;
import org.turnpike.shared.Transactions;
import org.turnpike.tenant.CloudflareAccount;
import org.turnpike.tenant.CloudflareAccounts;
import org.turnpike.turnkey.TurnKey;
import org.turnpike.turnkey.TurnKeyId;
import org.turnpike.turnkey.TurnKeyProvider;
import org.turnpike.turnkey.TurnKeys;

/**
 * Ends credentials before their time: one by its grant, or all that live of a TURN key, which is
 * then deleted at Cloudflare. Cloudflare may go on serving a revoked credential for minutes.
 */
@ApplicationScoped
public class RevokeCredentials {
  private static final int BATCH = 500;

  /** To revoke what was minted last: it must still be the TURN key's that minted it. */
  private static final Duration TO_REVOKE = Duration.ofSeconds(1);

  private CredentialGrants grants;
  private HeldCredentials held;
  private CredentialReserve reserve;
  private CredentialMemory memory;
  private TurnKeys keys;
  private CloudflareAccounts accounts;
  private CredentialIssuer issuer;
  private TurnKeyProvider provider;
  private AuditTrail audit;
  private Epoch epoch;
  private Transactions transactions;
  private Pause pause;
  private Clock clock;

  protected RevokeCredentials() {}

  @Inject
  public RevokeCredentials(
      CredentialGrants grants,
      HeldCredentials held,
      CredentialReserve reserve,
      CredentialMemory memory,
      TurnKeys keys,
      CloudflareAccounts accounts,
      CredentialIssuer issuer,
      TurnKeyProvider provider,
      AuditTrail audit,
      Epoch epoch,
      Transactions transactions,
      Pause pause,
      Clock clock) {
    this.grants = grants;
    this.held = held;
    this.reserve = reserve;
    this.memory = memory;
    this.keys = keys;
    this.accounts = accounts;
    this.issuer = issuer;
    this.provider = provider;
    this.audit = audit;
    this.epoch = epoch;
    this.transactions = transactions;
    this.pause = pause;
    this.clock = clock;
  }

  private record Place(TurnKey key, CloudflareAccount account) {}

  /** Revokes the tenant's one with that username; one that is over already stays as it is. */
  public void revoke(Caller caller, TenantId tenant, String username) {
    caller.require(Scope.CREDENTIALS, tenant);
    GrantId id =
        transactions
            .call(() -> grants.findByUsername(tenant, username).map(CredentialGrant::id))
            .orElseThrow(() -> Rejected.notFound("credential"));
    revoke(caller, id);
  }

  /** Revokes one; one that is over already stays as it is. */
  public void revoke(Caller caller, GrantId id) {
    CredentialGrant grant =
        transactions
            .call(() -> grants.find(id))
            .filter(found -> caller.sees(found.tenant()))
            .orElseThrow(() -> Rejected.notFound("grant"));
    caller.require(Scope.CREDENTIALS, grant.tenant());
    if (grant.isLive(clock.instant())) {
      Place place = transactions.call(() -> place(grant.turnKey()));
      revokeAtCloudflare(caller, place, grant);
      memory.forgetAll();
    }
  }

  /**
   * Takes a TURN key out of service: it mints no more at once, what it minted is revoked, then it
   * is deleted at Cloudflare; not before whatever was being minted is revoked, too, which nobody
   * can do without the key. Can be called again when Cloudflare failed in between.
   */
  public TurnKey retire(Caller caller, TenantId tenant, TurnKeyId id) {
    caller.require(Scope.KEYS, tenant);
    Place place = transactions.call(() -> startDraining(caller, tenant, id));
    memory.forgetAll();
    CredentialGrants.Question live =
        new CredentialGrants.Question(null, null, id, clock.instant(), null);
    List<CredentialGrant> batch;
    do {
      batch = transactions.call(() -> grants.all(live, BATCH));
      batch.forEach(grant -> revokeAtCloudflare(caller, place, grant));
    } while (!batch.isEmpty());
    awaitMintingsOf(place.key());
    provider.delete(place.account(), place.key().uid());
    return transactions.call(
        () -> {
          TurnKey key = keys.find(id).orElseThrow();
          key.retire(clock.instant());
          tell(caller, tenant, "turn-key.deleted", key.name());
          return key;
        });
  }

  /** Those of other applications and nodes, of which nothing is known here. */
  private void awaitMintingsOf(TurnKey draining) {
    Instant over = draining.drainingSince().plus(issuer.longestMinting()).plus(TO_REVOKE);
    Instant now = clock.instant();
    if (now.isBefore(over)) {
      pause.last(Duration.between(now, over));
    }
  }

  private Place startDraining(Caller caller, TenantId tenant, TurnKeyId id) {
    TurnKey key =
        keys.find(id)
            .filter(found -> found.tenant().equals(tenant))
            .orElseThrow(() -> Rejected.notFound("TURN key"));
    if (key.state() == TurnKey.State.RETIRED) {
      throw Rejected.conflict("This TURN key has been deleted already.");
    }
    if (key.state() == TurnKey.State.ACTIVE) {
      key.drain(clock.instant());
      reserve.forget(id);
      epoch.advance();
      tell(caller, tenant, "turn-key.draining", key.name());
    }
    return place(id);
  }

  private void revokeAtCloudflare(Caller caller, Place place, CredentialGrant grant) {
    issuer.revoke(place.account(), place.key(), grant.username());
    transactions.run(
        () -> {
          grants.find(grant.id()).orElseThrow().revoke(clock.instant());
          held.forget(grant.id());
          epoch.advance();
          tell(caller, grant.tenant(), "credential.revoked", "grant " + grant.id());
        });
  }

  private Place place(TurnKeyId id) {
    TurnKey key = keys.find(id).orElseThrow();
    return new Place(key, accounts.find(key.account()).orElseThrow());
  }

  private void tell(Caller caller, TenantId tenant, String action, String subject) {
    audit.append(new AuditEntry(clock.instant(), caller.actor(), tenant, action, subject, null));
  }
}
