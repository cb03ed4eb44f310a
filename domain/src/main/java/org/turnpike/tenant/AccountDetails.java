package org.turnpike.tenant;

import java.net.URI;
import java.net.URISyntaxException;
import java.util.regex.Pattern;
import org.turnpike.shared.Rejected;
import org.turnpike.shared.Replacement;
import org.turnpike.shared.Secret;
import org.turnpike.tenant.CloudflareAccount.AuthScheme;
import org.turnpike.tenant.CloudflareAccount.MintEndpoint;

/**
 * What a person or script says of an account; null where nothing is said.
 *
 * @param accountId Cloudflare's id of the account
 * @param billingDay day of the month the billing period starts on, 1 to 31
 * @param mintUrl replaces the whole minting address, with {@code {keyId}} in it
 */
public record AccountDetails(
    String name,
    String accountId,
    Secret apiToken,
    Replacement<Secret> analyticsToken,
    AuthScheme authScheme,
    Replacement<String> organizationId,
    Replacement<Secret> organizationApiKey,
    Integer billingDay,
    String rtcUrl,
    String apiUrl,
    MintEndpoint mintEndpoint,
    Replacement<String> mintUrl) {
  public static final String RTC_URL = "https://rtc.live.cloudflare.com/v1";
  public static final String API_URL = "https://api.cloudflare.com/client/v4";

  /** Stands in a mintUrl for the TURN key's uid. */
  static final String KEY_ID = "{keyId}";

  private static final Pattern ORGANIZATION = Pattern.compile("[^:\\s\\p{Cntrl}]{1,255}");

  void check() {
    String organization = Replacement.apply(organizationId, null);
    if (organization != null && !ORGANIZATION.matcher(organization).matches()) {
      throw Rejected.invalid("organizationId", "organizationId is Cloudflare's id of it.");
    }
    if (billingDay != null && (billingDay < 1 || billingDay > 31)) {
      throw Rejected.invalid("billingDay", "billingDay must be between 1 and 31.");
    }
    checkUrl("rtcUrl", rtcUrl);
    checkUrl("apiUrl", apiUrl);
    String minting = Replacement.apply(mintUrl, null);
    if (minting != null) {
      checkUrl("mintUrl", minting.replace(KEY_ID, "key"));
      if (!minting.contains(KEY_ID)) {
        throw Rejected.invalid("mintUrl", "mintUrl must contain {keyId}.");
      }
    }
  }

  /**
   * Secrets go to no host they were not entered for, unless whoever changes it has them too. It
   * takes the API token that is in force: else one's own could be put in its place first.
   */
  void checkHosts(CloudflareAccount account) {
    boolean managing = apiUrl != null && moved(account.apiUrl(), apiUrl);
    boolean revoking = rtcUrl != null && moved(account.rtcUrl(), rtcUrl);
    boolean minting =
        mintUrl != null && mintUrl.value() != null && moved(account.mintBase(), mintUrl.value());
    if (!managing && !revoking && !minting) {
      return;
    }
    String field = managing ? "apiUrl" : revoking ? "rtcUrl" : "mintUrl";
    if (!account.apiToken().equals(apiToken)) {
      throw again("apiToken", field, "the apiToken that is in force");
    }
    if (managing && account.hasAnalyticsToken() && analyticsToken == null) {
      throw again("analyticsToken", field, "analyticsToken");
    }
    if ((revoking || minting)
        && account.organizationApiKey() != null
        && organizationApiKey == null) {
      throw again("organizationApiKey", field, "organizationApiKey");
    }
  }

  private static boolean moved(String from, String to) {
    return !Origin.of(from).equals(Origin.of(to));
  }

  private static Rejected again(String secret, String url, String what) {
    return Rejected.invalid(
        secret,
        url + " names another host, which secrets will be sent to: enter " + what + " again.");
  }

  /** Plain http only on this machine: tokens travel in these calls. */
  private static void checkUrl(String field, String url) {
    if (url == null) {
      return;
    }
    try {
      URI uri = new URI(url);
      boolean local = "localhost".equals(uri.getHost()) || "127.0.0.1".equals(uri.getHost());
      boolean allowed =
          "https".equals(uri.getScheme()) || (local && "http".equals(uri.getScheme()));
      if (uri.getRawUserInfo() != null) {
        throw Rejected.invalid(field, field + " must hold no user name and no password.");
      }
      if (uri.getHost() != null && allowed) {
        return;
      }
    } catch (URISyntaxException e) {
      throw Rejected.invalid(field, field + " is not a URL: " + e.getReason() + ".");
    }
    throw Rejected.invalid(field, field + " must be an https URL.");
  }
}
