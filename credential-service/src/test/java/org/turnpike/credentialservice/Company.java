package org.turnpike.credentialservice;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpRequest.BodyPublishers;
import java.util.List;
import java.util.UUID;
import java.util.stream.Collectors;
import org.turnpike.simulator.CloudflareSimulator;

/** A company that runs Turnpike: its operator, its Cloudflare account, its tenants. */
final class Company implements AutoCloseable {
  private static final String TOKEN = "token-of-the-account";

  private final CloudflareSimulator cloudflare;
  private final URI base;
  private final String accountTag = hex();
  private String account;

  Company(URI base) throws IOException {
    this.base = base;
    this.cloudflare = CloudflareSimulator.start();
    control(
        "accounts",
        """
        {"accountId": "%s", "name": "Company", "tokens": [{"token": "%s"}]}\
        """
            .formatted(accountTag, TOKEN));
  }

  Api operator() {
    return withKey(DatabaseBesideServer.OPERATOR_KEY);
  }

  Api withKey(String key) {
    return new Api(URI.create(base + "/v1"), key);
  }

  /** What needs no key, and lies beside the API. */
  Api anybody() {
    return new Api(base, "none").withoutKey();
  }

  String account() {
    if (account == null) {
      account =
          operator()
              .post(
                  "/accounts",
                  """
                  {"name": "Company", "accountId": "%s", "apiToken": "%s",
                   "apiUrl": "%s", "rtcUrl": "%s"}\
                  """
                      .formatted(accountTag, TOKEN, cloudflare.apiUrl(), cloudflare.rtcUrl()))
              .is(201)
              .id();
    }
    return account;
  }

  /** A new tenant's id. */
  String tenant(String name) {
    return operator()
        .post(
            "/tenants",
            """
            {"name": "%s", "slug": "t-%s", "accountId": "%s"}\
            """
                .formatted(name, hex(), account()))
        .is(201)
        .id();
  }

  /** A new TURN key's id. */
  String turnKey(String tenant) {
    return operator()
        .post("/tenants/" + tenant + "/turn-keys", "{\"name\": \"main\"}")
        .is(201)
        .id();
  }

  /** A key that relayed so much each month of the past, adopted by the tenant. */
  String turnKeyWithPast(String tenant, int monthlyGigabytes) {
    String uid = hex();
    String secret = hex() + hex();
    control(
        "keys",
        """
        {"accountId": "%s", "name": "old", "uid": "%s", "secret": "%s",
         "monthlyGigabytes": %d, "createdAt": "2026-01-01T00:00:00Z"}\
        """
            .formatted(accountTag, uid, secret, monthlyGigabytes));
    return operator()
        .post(
            "/tenants/" + tenant + "/turn-keys",
            """
            {"name": "old", "uid": "%s", "secret": "%s"}\
            """
                .formatted(uid, secret))
        .is(201)
        .id();
  }

  /** A backend of the tenant with a new API key of these scopes. */
  Api backend(String tenant, String... scopes) {
    String list = List.of(scopes).stream().collect(Collectors.joining("\", \"", "\"", "\""));
    Api.Reply issued =
        operator()
            .post(
                "/tenants/" + tenant + "/api-keys",
                "{\"name\": \"backend\", \"scopes\": [" + list + "]}")
            .is(201);
    return withKey(issued.json().path("key").asText());
  }

  void cloudflareFails(String fault) {
    control("faults", fault);
  }

  private void control(String what, String json) {
    new Api(cloudflare.baseUrl(), "none")
        .send("POST", "/control/" + what, BodyPublishers.ofString(json))
        .is(201);
  }

  @Override
  public void close() {
    cloudflare.close();
  }

  private static String hex() {
    return UUID.randomUUID().toString().replace("-", "");
  }
}
