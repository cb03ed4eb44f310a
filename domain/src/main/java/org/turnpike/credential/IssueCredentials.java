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
import org.turnpike.shared.Rejected;
import org.turnpike.shared.TenantId;
import org.turnpike.shared.Transactions;
import org.turnpike.tenant.ApiKey;
import org.turnpike.tenant.CloudflareAccount;
import org.turnpike.tenant.CloudflareAccounts;
import org.turnpike.tenant.Tenant;
import org.turnpike.tenant.Tenants;
import org.turnpike.turnkey.TurnKey;
import org.turnpike.turnkey.TurnKeys;

/**
 * Hands ICE servers to a tenant's meeting backend: minted by Cloudflare outside any transaction,
 * then recorded as a grant with its audit entry. What could not be recorded is not handed out, and
 * is revoked.
 */
@ApplicationScoped
public class IssueCredentials {
  private Tenants tenants;
  private TurnKeys keys;
  private CloudflareAccounts accounts;
  private CredentialIssuer issuer;
  private CredentialGrants grants;
  private AuditTrail audit;
  private Transactions transactions;
  private Clock clock;

  protected IssueCredentials() {}

  @Inject
  public IssueCredentials(
      Tenants tenants,
      TurnKeys keys,
      CloudflareAccounts accounts,
      CredentialIssuer issuer,
      CredentialGrants grants,
      AuditTrail audit,
      Transactions transactions,
      Clock clock) {
    this.tenants = tenants;
    this.keys = keys;
    this.accounts = accounts;
    this.issuer = issuer;
    this.grants = grants;
    this.audit = audit;
    this.transactions = transactions;
    this.clock = clock;
  }

  /**
   * What the caller gets.
   *
   * @param ttl the life really left
   * @param refreshAfter when a client should ask again: with a fifth of the life left
   */
  public record Issued(
      List<IceServer> iceServers,
      Duration ttl,
      Instant expiresAt,
      Instant refreshAfter,
      GrantId grant,
      CredentialGrant.Source source) {}

  private record Place(TurnKey key, CloudflareAccount account) {}

  /**
   * Issues one credential of the API key's tenant.
   *
   * @param address the network address the request came from
   * @param identifier null for none
   */
  public Issued issue(ApiKey apiKey, String address, TimeToLive ttl, CustomIdentifier identifier) {
    if (apiKey.tenant() == null) {
      throw Rejected.forbidden("Operators' API keys do not mint. Use a key of the tenant.");
    }
    Caller caller = apiKey.caller(address);
    caller.require(Scope.CREDENTIALS, apiKey.tenant());
    Place place = transactions.call(() -> place(apiKey.tenant()));
    Instant asked = clock.instant();
    List<IceServer> iceServers = issuer.mint(place.account(), place.key(), ttl, identifier);
    try {
      CredentialGrant grant =
          transactions.call(
              () -> record(caller, place.key(), username(iceServers), identifier, ttl, asked));
      Duration left = Duration.between(clock.instant(), grant.expiresAt());
      return new Issued(
          iceServers,
          left.isNegative() ? Duration.ZERO : left,
          grant.expiresAt(),
          grant.expiresAt().minus(ttl.duration().dividedBy(5)),
          grant.id(),
          grant.source());
    } catch (RuntimeException e) {
      try {
        issuer.revoke(place.account(), place.key(), username(iceServers));
      } catch (RuntimeException stillAlive) {
        e.addSuppressed(stillAlive);
      }
      throw e;
    }
  }

  /** Looks again whether the tenant may have it: it may have been suspended during the minting. */
  private CredentialGrant record(
      Caller caller,
      TurnKey key,
      String username,
      CustomIdentifier identifier,
      TimeToLive ttl,
      Instant asked) {
    IssuancePolicy.choose(tenant(key.tenant()), List.of(keys.find(key.id()).orElseThrow()));
    CredentialGrant grant =
        new CredentialGrant(
            caller.actor(),
            key,
            username,
            identifier,
            CredentialGrant.Source.MINTED,
            asked,
            asked.plus(ttl.duration()));
    grants.add(grant);
    audit.append(
        new AuditEntry(
            asked,
            caller.actor(),
            key.tenant(),
            "credential.issued",
            key.name(),
            "grant " + grant.id()));
    return grant;
  }

  private Place place(TenantId id) {
    TurnKey key = IssuancePolicy.choose(tenant(id), keys.of(id));
    return new Place(key, accounts.find(key.account()).orElseThrow());
  }

  private Tenant tenant(TenantId id) {
    return tenants.find(id).orElseThrow(() -> Rejected.notFound("tenant"));
  }

  private static String username(List<IceServer> iceServers) {
    return iceServers.stream()
        .map(IceServer::username)
        .filter(java.util.Objects::nonNull)
        .findFirst()
        .orElseThrow(() -> new IllegalStateException("Minted ICE servers hold a username"));
  }
}
