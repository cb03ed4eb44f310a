package org.turnpike.console.leak;

import jakarta.enterprise.context.Dependent;
import jakarta.inject.Inject;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import org.turnpike.analytics.PossibleLeak;
import org.turnpike.analytics.PossibleLeaks;
import org.turnpike.analytics.SeeLeaks;
import org.turnpike.credential.CredentialGrant;
import org.turnpike.credential.GrantId;
import org.turnpike.credential.SeeGrants;
import org.turnpike.identity.Caller;
import org.turnpike.shared.TenantId;
import org.turnpike.tenant.ApiKey;
import org.turnpike.tenant.IssueApiKey;
import org.turnpike.turnkey.ProvisionTurnKey;
import org.turnpike.turnkey.TurnKey;
import org.turnpike.turnkey.TurnKeyId;

/** Possible leaks with the names of what they are about, as far as the person may see them. */
@Dependent
class LeakRows {
  private final SeeLeaks leaks;
  private final SeeGrants grants;
  private final ProvisionTurnKey turnKeys;
  private final IssueApiKey apiKeys;

  @Inject
  LeakRows(SeeLeaks leaks, SeeGrants grants, ProvisionTurnKey turnKeys, IssueApiKey apiKeys) {
    this.leaks = leaks;
    this.grants = grants;
    this.turnKeys = turnKeys;
    this.apiKeys = apiKeys;
  }

  /**
   * What was found.
   *
   * @param rows the first of them in the order that is asked for
   * @param all how many fit
   */
  record Found(List<LeakRow> rows, long all) {}

  Found find(Caller caller, TenantId tenant, LeakSearch.Question question) {
    PossibleLeaks.Found found =
        leaks.search(
            caller,
            new PossibleLeaks.Question(tenant, question.open(), question.reason()),
            question.text(),
            question.order());
    return new Found(rows(caller, tenant, found.first()), found.all());
  }

  private List<LeakRow> rows(Caller caller, TenantId tenant, List<PossibleLeak> found) {
    Map<TurnKeyId, String> relays =
        turnKeys.list(caller, tenant).stream()
            .collect(Collectors.toMap(TurnKey::id, TurnKey::name));
    boolean holders = SeeLeaks.maySeeHolders(caller, tenant);
    Map<GrantId, LeakRow.Holder> known = holders ? holders(caller, tenant, found) : Map.of();
    return found.stream()
        .map(
            leak ->
                LeakRow.of(
                    leak,
                    relays.get(leak.turnKey()),
                    holders,
                    leak.grant().map(known::get).orElse(null)))
        .toList();
  }

  private Map<GrantId, LeakRow.Holder> holders(
      Caller caller, TenantId tenant, List<PossibleLeak> found) {
    Set<GrantId> ids =
        found.stream().flatMap(leak -> leak.grant().stream()).collect(Collectors.toSet());
    Map<UUID, String> callers =
        apiKeys.list(caller, tenant).stream()
            .collect(Collectors.toMap(key -> key.id().value(), ApiKey::name));
    return grants.find(caller, tenant, ids).values().stream()
        .collect(
            Collectors.toMap(
                CredentialGrant::id, grant -> holder(grant, callers.get(grant.apiKey()))));
  }

  private static LeakRow.Holder holder(CredentialGrant grant, String apiKey) {
    return new LeakRow.Holder(
        grant.id().toString(),
        grant.customIdentifier(),
        apiKey,
        grant.address(),
        grant.issuedAt(),
        grant.expiresAt(),
        grant.revokedAt());
  }
}
