package org.turnpike.credential;

import java.time.Instant;
import java.util.List;
import org.turnpike.shared.Secret;
import org.turnpike.tenant.ApiKey;
import org.turnpike.turnkey.TurnKey;
import org.turnpike.world.Ports;

/** Grants as issuing would leave them. */
public final class GrantSamples {
  private static final TimeToLive HOUR = new TimeToLive(3600);

  private GrantSamples() {}

  /** One for an hour from now, with the username, for that identifier or null. */
  public static CredentialGrant add(
      Ports ports, ApiKey apiKey, TurnKey key, String username, String identifier) {
    CustomIdentifier named = identifier == null ? null : new CustomIdentifier(identifier);
    Instant now = ports.clock().instant();
    IceServer relay =
        new IceServer(List.of("turn:turn.example:3478"), username, Secret.of("of " + username));
    CredentialGrant grant =
        new CredentialGrant(
            new CredentialRequest(apiKey.caller("192.0.2.1"), apiKey, HOUR, named),
            key,
            CredentialGrant.Source.MINTED,
            new MintedCredential(List.of(relay), named, now, now.plus(HOUR.duration())),
            now);
    ports.transactions().run(() -> ports.grants().add(grant));
    return grant;
  }

  /** Revokes it now. */
  public static void revoke(Ports ports, CredentialGrant grant) {
    ports
        .transactions()
        .run(() -> ports.grants().find(grant.id()).orElseThrow().revoke(ports.clock().instant()));
  }
}
