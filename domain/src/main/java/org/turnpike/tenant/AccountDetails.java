package org.turnpike.tenant;

import java.net.URI;
import java.net.URISyntaxException;
import java.util.regex.Pattern;
import org.turnpike.shared.Rejected;
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
    Secret analyticsToken,
    AuthScheme authScheme,
    String organizationId,
    Secret organizationApiKey,
    Integer billingDay,
    String rtcUrl,
    String apiUrl,
    MintEndpoint mintEndpoint,
    String mintUrl) {
  public static final String RTC_URL = "https://rtc.live.cloudflare.com/v1";
  public static final String API_URL = "https://api.cloudflare.com/client/v4";

  private static final Pattern ORGANIZATION = Pattern.compile("[^:\\s\\p{Cntrl}]{1,255}");

  void check() {
    if (organizationId != null && !ORGANIZATION.matcher(organizationId).matches()) {
      throw Rejected.invalid("organizationId", "organizationId is Cloudflare's id of it.");
    }
    if (billingDay != null && (billingDay < 1 || billingDay > 31)) {
      throw Rejected.invalid("billingDay", "billingDay must be between 1 and 31.");
    }
    checkUrl("rtcUrl", rtcUrl);
    checkUrl("apiUrl", apiUrl);
    if (mintUrl != null) {
      checkUrl("mintUrl", mintUrl.replace("{keyId}", "key"));
      if (!mintUrl.contains("{keyId}")) {
        throw Rejected.invalid("mintUrl", "mintUrl must contain {keyId}.");
      }
    }
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
      if (uri.getHost() != null && allowed) {
        return;
      }
    } catch (URISyntaxException e) {
      throw Rejected.invalid(field, field + " is not a URL: " + e.getReason() + ".");
    }
    throw Rejected.invalid(field, field + " must be an https URL.");
  }
}
