package org.turnpike.cloudflare;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.lang.System.Logger;
import java.lang.System.Logger.Level;
import java.time.Duration;
import java.util.List;
import org.turnpike.credential.CredentialIssuer;
import org.turnpike.credential.CustomIdentifier;
import org.turnpike.credential.IceServer;
import org.turnpike.credential.TimeToLive;
import org.turnpike.shared.Rejected;
import org.turnpike.shared.Setting;
import org.turnpike.shared.Settings;
import org.turnpike.shared.Unavailable;
import org.turnpike.tenant.CloudflareAccount;
import org.turnpike.turnkey.TurnKey;

/**
 * Mints and revokes at Cloudflare. Where it refuses the TURN key or its secret, whoever asks us for
 * a credential can change nothing: they are told to try later, and the log tells the operator.
 */
@ApplicationScoped
public class CloudflareCredentials implements CredentialIssuer {
  private static final Logger LOG = System.getLogger(CloudflareCredentials.class.getName());

  /** So many times what a caller waits: what comes that late still serves the next caller. */
  private static final int LATE_AND_KEPT = 5;

  private static final Duration RETRY_WHEN_REPAIRED = Duration.ofMinutes(1);

  private CredentialCalls calls;
  private Duration longestMinting;
  private Breakers breakers;

  protected CloudflareCredentials() {}

  @Inject
  public CloudflareCredentials(CloudflareHttp http, Breakers breakers, Settings settings) {
    this.longestMinting = settings.duration(Setting.UPSTREAM_TIMEOUT).multipliedBy(LATE_AND_KEPT);
    this.calls = new CredentialCalls(http, longestMinting);
    this.breakers = breakers;
  }

  @Override
  public List<IceServer> mint(
      CloudflareAccount account, TurnKey key, TimeToLive ttl, CustomIdentifier identifier) {
    return breakers.call(key.uid(), () -> ask(account, key, ttl, identifier));
  }

  private List<IceServer> ask(
      CloudflareAccount account, TurnKey key, TimeToLive ttl, CustomIdentifier identifier) {
    Reply reply = calls.mint(account, key.uid(), key.secret(), ttl, identifier);
    if (reply.accepted()) {
      return MintedIceServers.read(reply.json());
    }
    if (reply.status() == 400 || reply.status() == 422) {
      throw new Rejected(
          Rejected.Reason.INVALID,
          "Cloudflare refuses to mint with this ttl and customIdentifier.");
    }
    throw refused(key, "minting", reply);
  }

  @Override
  public Duration longestMinting() {
    return longestMinting;
  }

  @Override
  public void revoke(CloudflareAccount account, TurnKey key, String username) {
    Reply reply = calls.revoke(account, key.uid(), key.secret(), username);
    if (!reply.accepted() && !reply.knowsNoSuchThing()) {
      throw refused(key, "revoking", reply);
    }
  }

  private static Unavailable refused(TurnKey key, String what, Reply reply) {
    LOG.log(
        Level.ERROR,
        "Cloudflare refuses {0} with TURN key {1} (status {2}): an operator must look at the key"
            + " and at how its account signs in",
        what,
        key.uid(),
        String.valueOf(reply.status()));
    return new Unavailable(
        "Cloudflare refuses " + what + " with this TURN key. An operator has to look at it.",
        RETRY_WHEN_REPAIRED);
  }
}
