package org.turnpike.credential;

import org.turnpike.identity.Caller;
import org.turnpike.shared.TenantId;
import org.turnpike.tenant.ApiKey;

/**
 * Who asks for what.
 *
 * @param caller the API key at the network address the request came from
 * @param identifier null for none
 * @param refused the grant whose credential a relay refused, which is of no use; null for none
 */
public record CredentialRequest(
    Caller caller, ApiKey apiKey, TimeToLive ttl, CustomIdentifier identifier, GrantId refused) {
  public CredentialRequest(
      Caller caller, ApiKey apiKey, TimeToLive ttl, CustomIdentifier identifier) {
    this(caller, apiKey, ttl, identifier, null);
  }

  TenantId tenant() {
    return apiKey.tenant();
  }

  /** Whose the credential will be; of a request with an identifier. */
  public Holder holder() {
    return new Holder(apiKey.id(), identifier, ttl);
  }
}
