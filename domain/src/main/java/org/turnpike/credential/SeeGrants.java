package org.turnpike.credential;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.Clock;
import java.util.Map;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.turnpike.identity.Caller;
import org.turnpike.identity.Scope;
import org.turnpike.shared.Slice;
import org.turnpike.shared.TenantId;
import org.turnpike.shared.Transactions;
import org.turnpike.turnkey.TurnKeyId;

/** Who holds what: grants, and how much each TURN key is used. */
@ApplicationScoped
public class SeeGrants {
  private CredentialGrants grants;
  private Transactions transactions;
  private Clock clock;

  protected SeeGrants() {}

  @Inject
  public SeeGrants(CredentialGrants grants, Transactions transactions, Clock clock) {
    this.grants = grants;
    this.transactions = transactions;
    this.clock = clock;
  }

  /**
   * Grants of the caller's reach, newest first.
   *
   * @param customIdentifier null for any
   * @param liveOnly whether to leave out what is revoked or expired
   */
  public Slice<CredentialGrant> list(
      Caller caller, String customIdentifier, boolean liveOnly, Slice.Request page) {
    return find(caller.reach(Scope.CREDENTIALS), customIdentifier, liveOnly, page);
  }

  /** Those of one tenant, by the same criteria. */
  public Slice<CredentialGrant> list(
      Caller caller,
      TenantId tenant,
      String customIdentifier,
      boolean liveOnly,
      Slice.Request page) {
    caller.require(Scope.CREDENTIALS, tenant);
    return find(Set.of(tenant), customIdentifier, liveOnly, page);
  }

  /** The tenant's ones of these that are still kept. */
  public Map<GrantId, CredentialGrant> find(Caller caller, TenantId tenant, Set<GrantId> ids) {
    caller.require(Scope.CREDENTIALS, tenant);
    return transactions.call(
        () ->
            ids.stream()
                .flatMap(id -> grants.find(id).stream())
                .filter(grant -> grant.tenant().equals(tenant))
                .collect(Collectors.toMap(CredentialGrant::id, Function.identity())));
  }

  /** By TURN key; figures alone, so that whoever sees usage may see them. */
  public Map<TurnKeyId, CredentialGrants.Activity> activity(Caller caller, TenantId tenant) {
    caller.require(Scope.USAGE, tenant);
    return transactions.call(() -> grants.activity(tenant, clock.instant()));
  }

  private Slice<CredentialGrant> find(
      Set<TenantId> tenants, String customIdentifier, boolean liveOnly, Slice.Request page) {
    CredentialGrants.Question question =
        new CredentialGrants.Question(
            tenants,
            customIdentifier == null ? null : new CustomIdentifier(customIdentifier).text(),
            null,
            liveOnly ? clock.instant() : null,
            null);
    return transactions.call(() -> grants.find(question, page));
  }
}
