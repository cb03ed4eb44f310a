package org.turnpike.systemtests.world;

import static org.awaitility.Awaitility.await;

import com.fasterxml.jackson.databind.JsonNode;
import java.time.Duration;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/**
 * A tenant of a test's own, with a Cloudflare account to itself: no test spends another's query
 * budget, nor moves its figures.
 */
public record TestTenant(World world, Cloudflare.Account account, String id, String name) {
  private static final Duration PATIENCE = Duration.ofMinutes(2);

  /** A TURN key of the tenant: our id, and Cloudflare's. */
  public record TurnKey(String id, String uid) {}

  /** Adds account and tenant, as an operator does; the tenant has no TURN key yet. */
  public static TestTenant added(World world, String name) {
    Cloudflare.Account account = world.cloudflare().openAccount(tag(name), name);
    String accountId =
        world
            .api()
            .post("/accounts", accountBody(world, name, account))
            .expect(201)
            .get("id")
            .asText();
    String id =
        world
            .api()
            .post("/tenants", Map.of("name", name, "slug", slug(name), "accountId", accountId))
            .expect(201)
            .get("id")
            .asText();
    return new TestTenant(world, account, id, name);
  }

  /** What an operator says of an account at this Cloudflare. */
  public static Map<String, Object> accountBody(
      World world, String name, Cloudflare.Account account) {
    return Map.of(
        "name",
        name,
        "accountId",
        account.tag(),
        "apiToken",
        account.keysToken(),
        "analyticsToken",
        account.analyticsToken(),
        "rtcUrl",
        world.cloudflare().rtcUrl(),
        "apiUrl",
        world.cloudflare().apiUrl());
  }

  /** An account's id at Cloudflare, made of its name. */
  public static String tag(String name) {
    String hex = Integer.toHexString(name.hashCode());
    return hex + "0".repeat(32 - hex.length());
  }

  public String slug() {
    return slug(name);
  }

  /** Takes over a key with three months of traffic behind it. */
  public TurnKey adoptKey(String keyName, int monthlyGigabytes) {
    Cloudflare.PlantedKey planted =
        world.cloudflare().plantKey(account, slug() + "/" + keyName, monthlyGigabytes);
    return added(Map.of("name", keyName, "uid", planted.uid(), "secret", planted.secret()));
  }

  /** Has a key made at Cloudflare. */
  public TurnKey createKey(String keyName) {
    return added(Map.of("name", keyName));
  }

  /** A new API key. */
  public JsonNode issueKey(String... scopes) {
    Map<String, Object> body = Map.of("name", "Test", "scopes", List.of(scopes));
    return world.api().post("/tenants/" + id + "/api-keys", body).expect(201);
  }

  /** A new API key for credentials, with these limits. */
  public JsonNode issueKey(Map<String, Object> limits) {
    Map<String, Object> body = new HashMap<>(limits);
    body.put("name", "Limited");
    body.put("scopes", List.of("credentials"));
    return world.api().post("/tenants/" + id + "/api-keys", body).expect(201);
  }

  /** The API, as a new key with these scopes opens it. */
  public Api api(String... scopes) {
    return world.api().with(issueKey(scopes).get("key").asText());
  }

  /** Lets browsers report how its calls fare, or no longer; felt within a second. */
  public void takeReports(boolean taken) {
    world.api().patch("/tenants/" + id, Map.of("relayReports", taken)).expect(200);
    Api backend = api("credentials");
    await("reports of " + name)
        .until(
            () -> {
              Answer reply = backend.post("/ice-servers", Map.of());
              return reply.status() == 201 && reply.json().has("relayReports") == taken;
            });
  }

  public Person invite(String role) {
    return Person.invited(world, role + "@" + slug() + ".example", role, id);
  }

  /** The statement of a period such as 2026-11, or of the current one. */
  public JsonNode statement(String period) {
    return world.api().get("/tenants/" + id + "/statements/" + period).expect(200);
  }

  /** Its usage, as the API tells it. */
  public JsonNode usage(String query) {
    return world.api().get("/tenants/" + id + "/usage?" + query).expect(200);
  }

  /** Waits until the usage of all its keys is in, but for what still happens. */
  public void awaitUsage() {
    await("usage of " + name)
        .atMost(PATIENCE)
        .pollInterval(Duration.ofMillis(300))
        .until(
            () -> {
              String through = statement("current").get("completeThrough").asText("");
              return !through.isEmpty()
                  && Instant.parse(through).isAfter(Instant.now().minus(Duration.ofHours(1)));
            });
  }

  private TurnKey added(Map<String, Object> body) {
    JsonNode key = world.api().post("/tenants/" + id + "/turn-keys", body).expect(201);
    return new TurnKey(key.get("id").asText(), key.get("uid").asText());
  }

  private static String slug(String name) {
    return name.toLowerCase(Locale.ROOT).replace(' ', '-');
  }
}
