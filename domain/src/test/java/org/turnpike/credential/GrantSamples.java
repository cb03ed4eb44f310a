package org.turnpike.credential;

import java.time.Duration;
import org.turnpike.audit.Actor;
import org.turnpike.tenant.ApiKey;
import org.turnpike.turnkey.TurnKey;
import org.turnpike.world.Ports;

/** Grants as issuing would leave them. */
public final class GrantSamples {
  private GrantSamples() {}

  /** One for an hour from now, with the username, for that identifier or null. */
  public static CredentialGrant add(
      Ports ports, ApiKey apiKey, TurnKey key, String username, String identifier) {
    CredentialGrant grant =
        new CredentialGrant(
            new Actor(Actor.Kind.API_KEY, apiKey.id().value(), apiKey.name(), "192.0.2.1"),
            key,
            username,
            identifier == null ? null : new CustomIdentifier(identifier),
            CredentialGrant.Source.MINTED,
            ports.clock().instant(),
            ports.clock().instant().plus(Duration.ofHours(1)));
    ports.transactions().run(() -> ports.grants().add(grant));
    return grant;
  }
}
