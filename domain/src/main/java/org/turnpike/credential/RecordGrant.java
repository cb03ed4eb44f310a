package org.turnpike.credential;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.turnpike.audit.AuditEntry;
import org.turnpike.audit.AuditTrail;
import org.turnpike.shared.Rejected;
import org.turnpike.shared.TenantId;
import org.turnpike.tenant.ApiKeys;
import org.turnpike.tenant.Tenant;
import org.turnpike.tenant.Tenants;
import org.turnpike.turnkey.TurnKey;
import org.turnpike.turnkey.TurnKeyId;
import org.turnpike.turnkey.TurnKeys;

/**
 * Records what is about to be handed out, within the running transaction: the grant, its audit
 * entry, and the credential itself, kept for its holder. What could not be recorded is not handed
 * out.
 */
@ApplicationScoped
public class RecordGrant {
  private Tenants tenants;
  private ApiKeys apiKeys;
  private TurnKeys keys;
  private CredentialGrants grants;
  private HeldCredentials held;
  private AuditTrail audit;
  private Clock clock;

  protected RecordGrant() {}

  @Inject
  public RecordGrant(
      Tenants tenants,
      ApiKeys apiKeys,
      TurnKeys keys,
      CredentialGrants grants,
      HeldCredentials held,
      AuditTrail audit,
      Clock clock) {
    this.tenants = tenants;
    this.apiKeys = apiKeys;
    this.keys = keys;
    this.grants = grants;
    this.held = held;
    this.audit = audit;
    this.clock = clock;
  }

  /** The TURN key that serves the tenant; throws {@link Rejected} when it gets no credentials. */
  TurnKey choose(TenantId tenant) {
    return IssuancePolicy.choose(tenant(tenant), keys.of(tenant));
  }

  /** The TURN key, if it still serves its tenant. */
  Optional<TurnKey> serving(TurnKeyId id) {
    TurnKey key = keys.find(id).orElseThrow();
    return Optional.of(key).filter(k -> IssuancePolicy.serves(tenant(k.tenant()), k));
  }

  /** Throws {@link Rejected} when the TURN key serves its tenant no more. */
  void requireServing(TurnKeyId id) {
    TurnKey key = keys.findAndHold(id).orElseThrow();
    IssuancePolicy.choose(tenant(key.tenant()), List.of(key));
  }

  /**
   * Throws {@link Rejected} when the tenant, its TURN key or the API key has been disabled
   * meanwhile.
   *
   * @param issuedAt from when its life is counted
   */
  HeldCredential record(
      CredentialRequest request,
      TurnKey chosen,
      CredentialGrant.Source source,
      MintedCredential minted,
      Instant issuedAt) {
    TurnKey key = keys.findAndHold(chosen.id()).orElseThrow();
    requireStillAllowed(request, key);
    CredentialGrant grant = new CredentialGrant(request, key, source, minted, issuedAt);
    HeldCredential credential =
        new HeldCredential(grant.id(), minted.iceServers(), grant.issuedAt(), grant.expiresAt());
    grants.add(grant);
    audit.append(
        new AuditEntry(
            issuedAt,
            request.caller().actor(),
            key.tenant(),
            "credential.issued",
            key.name(),
            "grant " + grant.id()));
    if (request.identifier() != null) {
      held.add(request.holder(), credential);
    }
    return credential;
  }

  private void requireStillAllowed(CredentialRequest request, TurnKey key) {
    IssuancePolicy.choose(tenants.findAndHold(key.tenant()).orElseThrow(), List.of(key));
    if (apiKeys
        .findAndHold(request.apiKey().id())
        .filter(k -> k.isLive(clock.instant()))
        .isEmpty()) {
      throw Rejected.forbidden("This API key has just been revoked.");
    }
  }

  private Tenant tenant(TenantId id) {
    return tenants.find(id).orElseThrow(() -> Rejected.notFound("tenant"));
  }
}
