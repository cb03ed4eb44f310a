package org.turnpike.cloudflare;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.lang.System.Logger;
import java.lang.System.Logger.Level;
import java.util.Objects;
import java.util.Optional;
import java.util.regex.Pattern;
import org.turnpike.credential.IceServer;
import org.turnpike.credential.TimeToLive;
import org.turnpike.shared.Rejected;
import org.turnpike.shared.Secret;
import org.turnpike.shared.Unavailable;
import org.turnpike.tenant.CloudflareAccount;
import org.turnpike.tenant.CloudflareAccount.AuthScheme;
import org.turnpike.turnkey.TurnKeyProvider;

/** Makes, tries and deletes TURN keys at Cloudflare. */
@ApplicationScoped
public class CloudflareTurnKeys implements TurnKeyProvider {
  private static final Logger LOG = System.getLogger(CloudflareTurnKeys.class.getName());
  private static final Pattern UID = Pattern.compile("[0-9a-zA-Z_-]{1,64}");
  private static final TimeToLive TRIAL = new TimeToLive(60);

  private ManagementCalls management;
  private CredentialCalls credentials;

  protected CloudflareTurnKeys() {}

  @Inject
  public CloudflareTurnKeys(CloudflareHttp http) {
    this.management = new ManagementCalls(http);
    this.credentials = new CredentialCalls(http, Call.PATIENT);
  }

  @Override
  public Created create(CloudflareAccount account, String name) {
    Reply reply = management.create(account, name);
    if (!reply.accepted()) {
      throw refused(account, "to make a TURN key", reply);
    }
    UntrustedJson key = ManagementCalls.result(reply);
    String uid = key.field("uid").text().filter(text -> UID.matcher(text).matches()).orElse(null);
    String secret = key.field("key").text().orElse(null);
    if (uid == null || secret == null) {
      throw Reply.implausible("a new TURN key without uid or secret");
    }
    return new Created(uid, Secret.of(secret));
  }

  @Override
  public void verify(CloudflareAccount account, String uid, Secret secret) {
    confirm(account, uid);
    tryOut(account, uid, secret);
  }

  @Override
  public void confirm(CloudflareAccount account, String uid) {
    Reply reply = management.get(account, uid);
    if (reply.knowsNoSuchThing()) {
      throw Rejected.invalid("uid", "The Cloudflare account has no TURN key with this uid.");
    }
    if (!reply.accepted()) {
      throw refused(account, "to show the TURN key", reply);
    }
    if (!ManagementCalls.result(reply).field("uid").text().equals(Optional.of(uid))) {
      throw Reply.implausible("another TURN key than the one asked for");
    }
  }

  @Override
  public void delete(CloudflareAccount account, String uid) {
    Reply reply = management.delete(account, uid);
    if (!reply.accepted() && !reply.knowsNoSuchThing()) {
      throw refused(account, "to delete the TURN key", reply);
    }
  }

  /** Nothing but minting proves a secret; what that brings is revoked at once. */
  private void tryOut(CloudflareAccount account, String uid, Secret secret) {
    Reply reply = credentials.mint(account, uid, secret, TRIAL, null);
    if (!reply.accepted()) {
      throw account.authScheme() == AuthScheme.BEARER
          ? Rejected.invalid("secret", "Cloudflare does not mint with this uid and secret.")
          : Rejected.conflict(
              "Cloudflare does not mint with this TURN key for the account's organization. Check"
                  + " organizationId and organizationApiKey.");
    }
    String username =
        MintedIceServers.read(reply.json()).stream()
            .map(IceServer::username)
            .filter(Objects::nonNull)
            .findFirst()
            .orElseThrow();
    try {
      credentials.revoke(account, uid, secret, username);
    } catch (Unavailable e) {
      LOG.log(
          Level.WARNING,
          "The trial credential of TURN key {0} lives on for a minute: {1}",
          uid,
          e.getMessage());
    }
  }

  private static Rejected refused(CloudflareAccount account, String what, Reply reply) {
    return Rejected.conflict(
        reply.refusesCaller()
            ? "Cloudflare does not allow the API token of account "
                + account.name()
                + " "
                + what
                + ". Give the account a token with the permission Calls Write."
            : "Cloudflare refuses "
                + what
                + " (status "
                + reply.status()
                + "). Look at the keys of account "
                + account.name()
                + " there: it may have the most it can.");
  }
}
