package org.turnpike.systemtests.api;

import static org.awaitility.Awaitility.await;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.turnpike.systemtests.world.Answer;
import org.turnpike.systemtests.world.Api;
import org.turnpike.systemtests.world.TestTenant;

/**
 * A tenant whose people join meetings.
 *
 * @param apiKey our id of the key that the backend calls with
 */
record Joining(TestTenant tenant, TestTenant.TurnKey turnKey, String apiKey, Api backend) {
  /** One that has been minting before, so that it is warm. */
  static Joining of(TestTenant tenant) {
    TestTenant.TurnKey turnKey = tenant.createKey("production");
    JsonNode apiKey = tenant.issueKey("credentials");
    Joining joining =
        new Joining(
            tenant,
            turnKey,
            apiKey.get("id").asText(),
            tenant.world().api().with(apiKey.get("key").asText()));
    await("a first credential, which may take longer than callers wait")
        .until(() -> joining.join("who came before", 86_400).status() == 201);
    return joining;
  }

  Answer join(String who, int ttl) {
    return join(backend, who, ttl);
  }

  Answer join(Api api, String who, int ttl) {
    return api.post("/ice-servers", Map.of("customIdentifier", who, "ttl", ttl));
  }

  /** What the TURN key minted for somebody, oldest first. */
  List<JsonNode> minted(String who) {
    return tenant.world().cloudflare().minted(turnKey.uid()).stream()
        .filter(each -> each.get("customIdentifier").asText().equals(who))
        .sorted((one, other) -> issued(one).compareTo(issued(other)))
        .toList();
  }

  private static String issued(JsonNode minted) {
    return minted.get("issuedAt").asText();
  }

  /** Breaks what the TURN key's mintings are answered. */
  void breakMinting(String kind, Map<String, ?> how) {
    Map<String, Object> fault = new HashMap<>(how);
    fault.put("target", "mint");
    fault.put("keyId", turnKey.uid());
    tenant.world().cloudflare().breaks(kind, fault);
  }

  /** The tenant's: others have people of the same name. */
  List<JsonNode> grants(String who, boolean active) {
    return operator()
        .items("/credentials?customIdentifier=" + who + (active ? "&active=true" : ""))
        .stream()
        .filter(each -> each.get("tenantId").asText().equals(tenant.id()))
        .toList();
  }

  Api operator() {
    return tenant.world().api();
  }

  String address() {
    return "/tenants/" + tenant.id();
  }
}
