package org.turnpike.cloudflare;

import jakarta.json.Json;
import jakarta.json.JsonObject;
import java.net.URI;
import org.turnpike.tenant.CloudflareAccount;

/** Cloudflare's calls about an account's TURN keys, made with its API token. */
final class ManagementCalls {
  /** A thousand keys, the most of an account, are some 200 kB. */
  private static final Call.Limit LIMIT = new Call.Limit(Call.PATIENT, 1024 * 1024);

  private final CloudflareHttp http;

  ManagementCalls(CloudflareHttp http) {
    this.http = http;
  }

  Reply list(CloudflareAccount account) {
    return send("GET", Addresses.turnKeys(account), account, null);
  }

  Reply create(CloudflareAccount account, String name) {
    JsonObject body = Json.createObjectBuilder().add("name", name).build();
    return send("POST", Addresses.turnKeys(account), account, body);
  }

  Reply get(CloudflareAccount account, String uid) {
    return send("GET", Addresses.turnKey(account, uid), account, null);
  }

  Reply delete(CloudflareAccount account, String uid) {
    return send("DELETE", Addresses.turnKey(account, uid), account, null);
  }

  /** What the envelope of an accepted call holds. */
  static UntrustedJson result(Reply reply) {
    UntrustedJson envelope = reply.json();
    if (!envelope.field("success").isTrue()) {
      throw Reply.implausible("a status of success around a failure");
    }
    return envelope.field("result");
  }

  private Reply send(String method, URI address, CloudflareAccount account, JsonObject body) {
    return http.send(new Call(method, address, Call.bearer(account.apiToken()), body, LIMIT));
  }
}
