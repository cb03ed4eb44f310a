package org.turnpike.cloudflare;

import java.net.URI;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import org.turnpike.tenant.CloudflareAccount;

/** Where an account is asked. */
final class Addresses {
  private Addresses() {}

  static URI mint(CloudflareAccount account, String keyUid) {
    return account.mintUrl() == null
        ? URI.create(credentials(account, keyUid) + "/" + account.mintEndpoint().wireName())
        : URI.create(account.mintUrl().replace("{keyId}", segment(keyUid)));
  }

  static URI revoke(CloudflareAccount account, String keyUid, String username) {
    return URI.create(credentials(account, keyUid) + "/" + segment(username) + "/revoke");
  }

  static URI turnKeys(CloudflareAccount account) {
    return URI.create(
        base(account.apiUrl()) + "/accounts/" + segment(account.accountTag()) + "/calls/turn_keys");
  }

  static URI turnKey(CloudflareAccount account, String uid) {
    return URI.create(turnKeys(account) + "/" + segment(uid));
  }

  static URI analytics(CloudflareAccount account) {
    return URI.create(base(account.apiUrl()) + "/graphql");
  }

  private static String credentials(CloudflareAccount account, String keyUid) {
    return base(account.rtcUrl()) + "/turn/keys/" + segment(keyUid) + "/credentials";
  }

  private static String base(String url) {
    return url.endsWith("/") ? url.substring(0, url.length() - 1) : url;
  }

  /** Usernames hold what they like; a slash in one must not lead to another address. */
  private static String segment(String text) {
    return URLEncoder.encode(text, StandardCharsets.UTF_8).replace("+", "%20");
  }
}
