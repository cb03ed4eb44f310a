package org.turnpike.cloudflare;

import jakarta.json.Json;
import jakarta.json.JsonBuilderFactory;
import jakarta.json.JsonObjectBuilder;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Base64;
import java.util.Map;
import org.turnpike.credential.CustomIdentifier;
import org.turnpike.credential.TimeToLive;
import org.turnpike.shared.Secret;
import org.turnpike.tenant.CloudflareAccount;
import org.turnpike.tenant.CloudflareAccount.AuthScheme;

/** Cloudflare's two calls about credentials. */
final class CredentialCalls {
  private static final int MOST_BYTES = 64 * 1024;

  // Held: Json itself looks through every jar for its implementation at each call.
  private static final JsonBuilderFactory BUILDERS = Json.createBuilderFactory(Map.of());

  private static final Call.Limit REVOKING = new Call.Limit(Call.PATIENT, MOST_BYTES);

  private final CloudflareHttp http;
  private final Call.Limit minting;

  CredentialCalls(CloudflareHttp http, Duration mintingDeadline) {
    this.http = http;
    this.minting = new Call.Limit(mintingDeadline, MOST_BYTES);
  }

  /** Mints; the identifier may be null. */
  Reply mint(
      CloudflareAccount account,
      String keyUid,
      Secret keySecret,
      TimeToLive ttl,
      CustomIdentifier identifier) {
    JsonObjectBuilder body = BUILDERS.createObjectBuilder().add("ttl", ttl.seconds());
    if (identifier != null) {
      body.add("customIdentifier", identifier.text());
    }
    return http.send(
        new Call(
            "POST",
            Addresses.mint(account, keyUid),
            authorization(account, keySecret),
            body.build(),
            minting));
  }

  Reply revoke(CloudflareAccount account, String keyUid, Secret keySecret, String username) {
    return http.send(
        new Call(
            "POST",
            Addresses.revoke(account, keyUid, username),
            authorization(account, keySecret),
            null,
            REVOKING));
  }

  private static Secret authorization(CloudflareAccount account, Secret keySecret) {
    if (account.authScheme() == AuthScheme.BEARER) {
      return Call.bearer(keySecret);
    }
    String pair = account.organizationId() + ":" + account.organizationApiKey().reveal();
    return Secret.of(
        "Basic " + Base64.getEncoder().encodeToString(pair.getBytes(StandardCharsets.UTF_8)));
  }
}
