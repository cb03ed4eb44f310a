package org.turnpike.console.relay;

import jakarta.enterprise.context.Dependent;
import jakarta.inject.Inject;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Collectors;
import org.turnpike.credential.CredentialGrant;
import org.turnpike.credential.SeeGrants;
import org.turnpike.identity.Caller;
import org.turnpike.shared.Slice;
import org.turnpike.shared.TenantId;
import org.turnpike.tenant.ApiKey;
import org.turnpike.tenant.IssueApiKey;
import org.turnpike.turnkey.ProvisionTurnKey;
import org.turnpike.turnkey.TurnKey;
import org.turnpike.turnkey.TurnKeyId;

/** A tenant's grants with the names of the keys behind them. */
@Dependent
class GrantRows {
  private final SeeGrants grants;
  private final ProvisionTurnKey turnKeys;
  private final IssueApiKey apiKeys;

  @Inject
  GrantRows(SeeGrants grants, ProvisionTurnKey turnKeys, IssueApiKey apiKeys) {
    this.grants = grants;
    this.turnKeys = turnKeys;
    this.apiKeys = apiKeys;
  }

  Slice<GrantRow> find(Caller caller, TenantId tenant, GrantSearch.Question question) {
    Slice<CredentialGrant> found =
        grants.list(
            caller,
            tenant,
            question.customIdentifier(),
            question.liveOnly(),
            new Slice.Request(Slice.USUAL, question.cursor()));
    Map<TurnKeyId, String> relays =
        turnKeys.list(caller, tenant).stream()
            .collect(Collectors.toMap(TurnKey::id, TurnKey::name));
    Map<UUID, String> callers =
        apiKeys.list(caller, tenant).stream()
            .collect(Collectors.toMap(key -> key.id().value(), ApiKey::name));
    return found.map(grant -> row(grant, relays.get(grant.turnKey()), callers.get(grant.apiKey())));
  }

  private static GrantRow row(CredentialGrant grant, String turnKey, String apiKey) {
    return new GrantRow(
        grant.id().toString(),
        grant.customIdentifier(),
        grant.source().wireName(),
        turnKey,
        apiKey,
        grant.address(),
        grant.issuedAt(),
        grant.expiresAt(),
        grant.revokedAt());
  }
}
