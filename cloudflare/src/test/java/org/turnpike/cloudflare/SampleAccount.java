package org.turnpike.cloudflare;

import java.time.Instant;
import org.turnpike.shared.Replacement;
import org.turnpike.shared.Secret;
import org.turnpike.tenant.AccountDetails;
import org.turnpike.tenant.CloudflareAccount;
import org.turnpike.tenant.CloudflareAccount.AuthScheme;
import org.turnpike.tenant.CloudflareAccount.MintEndpoint;

/** An account in the making, at an address of the test's. */
record SampleAccount(
    String apiToken,
    String analyticsToken,
    AuthScheme scheme,
    String organizationApiKey,
    MintEndpoint endpoint,
    String mintUrl) {
  static final String TAG = "0123456789abcdef0123456789abcdef";
  static final String API_TOKEN = "api-token-never-to-be-seen";
  static final String ANALYTICS_TOKEN = "analytics-token-never-to-be-seen";
  static final String ORGANIZATION = "org-7";
  static final String ORGANIZATION_KEY = "organization-key-never-to-be-seen";

  static SampleAccount usual() {
    return new SampleAccount(
        API_TOKEN,
        ANALYTICS_TOKEN,
        AuthScheme.BEARER,
        ORGANIZATION_KEY,
        MintEndpoint.GENERATE_ICE_SERVERS,
        null);
  }

  SampleAccount withApiToken(String other) {
    return new SampleAccount(other, analyticsToken, scheme, organizationApiKey, endpoint, mintUrl);
  }

  SampleAccount withAnalyticsToken(String other) {
    return new SampleAccount(apiToken, other, scheme, organizationApiKey, endpoint, mintUrl);
  }

  SampleAccount withBasic(String otherKey) {
    return new SampleAccount(
        apiToken, analyticsToken, AuthScheme.BASIC, otherKey, endpoint, mintUrl);
  }

  SampleAccount minting(MintEndpoint other) {
    return new SampleAccount(apiToken, analyticsToken, scheme, organizationApiKey, other, mintUrl);
  }

  SampleAccount mintingAt(String url) {
    return new SampleAccount(apiToken, analyticsToken, scheme, organizationApiKey, endpoint, url);
  }

  /** The base has both of Cloudflare's hosts below it, as the simulator has. */
  CloudflareAccount at(String base) {
    return new CloudflareAccount(
        new AccountDetails(
            "Head office",
            TAG,
            Secret.of(apiToken),
            Replacement.by(Secret.of(analyticsToken)),
            scheme,
            Replacement.by(ORGANIZATION),
            Replacement.by(Secret.of(organizationApiKey)),
            1,
            base + "/v1",
            base + "/client/v4",
            endpoint,
            Replacement.by(mintUrl)),
        Instant.parse("2026-11-01T00:00:00Z"));
  }

  @Override
  public String toString() {
    return "SampleAccount[" + scheme + ", " + endpoint + "]";
  }
}
