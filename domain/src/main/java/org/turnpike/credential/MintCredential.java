package org.turnpike.credential;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.Objects;
import org.turnpike.audit.AuditEntry;
import org.turnpike.audit.AuditTrail;
import org.turnpike.identity.Caller;
import org.turnpike.shared.Rejected;
import org.turnpike.shared.TenantId;
import org.turnpike.shared.Transactions;
import org.turnpike.tenant.ApiKey;
import org.turnpike.tenant.ApiKeys;
import org.turnpike.tenant.CloudflareAccount;
import org.turnpike.tenant.CloudflareAccounts;
import org.turnpike.tenant.Tenant;
import org.turnpike.tenant.Tenants;
import org.turnpike.turnkey.TurnKey;
import org.turnpike.turnkey.TurnKeys;

/**
 * Has Cloudflare mint outside any transaction; then the grant, its audit entry and the credential
 * are recorded together. What could not be recorded is not handed out, and is revoked.
 */
@ApplicationScoped
public class MintCredential {
  private Tenants tenants;
  private ApiKeys apiKeys;
  private TurnKeys keys;
  private CloudflareAccounts accounts;
  private CredentialIssuer issuer;
  private CredentialGrants grants;
  private HeldCredentials held;
  private AuditTrail audit;
  private Transactions transactions;
  private Clock clock;

  protected MintCredential() {}

  @Inject
  public MintCredential(
      Tenants tenants,
      ApiKeys apiKeys,
      TurnKeys keys,
      CloudflareAccounts accounts,
      CredentialIssuer issuer,
      CredentialGrants grants,
      HeldCredentials held,
      AuditTrail audit,
      Transactions transactions,
      Clock clock) {
    this.tenants = tenants;
    this.apiKeys = apiKeys;
    this.keys = keys;
    this.accounts = accounts;
    this.issuer = issuer;
    this.grants = grants;
    this.held = held;
    this.audit = audit;
    this.transactions = transactions;
    this.clock = clock;
  }

  /** Which TURN key mints, and where. */
  record Place(TurnKey key, CloudflareAccount account) {}

  /** Throws {@link Rejected} when the tenant gets no credentials. */
  Place place(TenantId tenant) {
    return transactions.call(
        () -> {
          TurnKey key = IssuancePolicy.choose(tenant(tenant), keys.of(tenant));
          return new Place(key, accounts.find(key.account()).orElseThrow());
        });
  }

  /**
   * Mints one.
   *
   * @param caller the API key at the network address the request came from
   * @param identifier null for none
   */
  HeldCredential mint(
      Place place, Caller caller, ApiKey apiKey, TimeToLive ttl, CustomIdentifier identifier) {
    Instant asked = clock.instant();
    List<IceServer> iceServers = issuer.mint(place.account(), place.key(), ttl, identifier);
    CredentialGrant grant =
        new CredentialGrant(
            caller.actor(),
            place.key(),
            username(iceServers),
            identifier,
            CredentialGrant.Source.MINTED,
            asked,
            asked.plus(ttl.duration()));
    HeldCredential minted =
        new HeldCredential(grant.id(), iceServers, grant.issuedAt(), grant.expiresAt());
    try {
      transactions.run(
          () -> {
            requireStillAllowed(place, apiKey);
            record(caller, place.key(), grant);
            if (identifier != null) {
              held.add(new Holder(apiKey.id(), identifier, ttl), minted);
            }
          });
      return minted;
    } catch (RuntimeException e) {
      try {
        issuer.revoke(place.account(), place.key(), grant.username());
      } catch (RuntimeException stillAlive) {
        e.addSuppressed(stillAlive);
      }
      throw e;
    }
  }

  /** The tenant, its TURN key or the API key may have been disabled during the minting. */
  private void requireStillAllowed(Place place, ApiKey apiKey) {
    TurnKey key = keys.findAndHold(place.key().id()).orElseThrow();
    IssuancePolicy.choose(tenant(key.tenant()), List.of(key));
    if (apiKeys.find(apiKey.id()).filter(found -> found.isLive(clock.instant())).isEmpty()) {
      throw Rejected.forbidden("This API key has just been revoked.");
    }
  }

  private void record(Caller caller, TurnKey key, CredentialGrant grant) {
    grants.add(grant);
    audit.append(
        new AuditEntry(
            grant.issuedAt(),
            caller.actor(),
            key.tenant(),
            "credential.issued",
            key.name(),
            "grant " + grant.id()));
  }

  private Tenant tenant(TenantId id) {
    return tenants.find(id).orElseThrow(() -> Rejected.notFound("tenant"));
  }

  private static String username(List<IceServer> iceServers) {
    return iceServers.stream()
        .map(IceServer::username)
        .filter(Objects::nonNull)
        .findFirst()
        .orElseThrow(() -> new IllegalStateException("Minted ICE servers hold a username"));
  }
}
