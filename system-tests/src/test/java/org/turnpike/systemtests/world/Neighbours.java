package org.turnpike.systemtests.world;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.List;
import java.util.Map;

/**
 * Two tenants of one product with everything a tenant has, so that each could see the other's.
 *
 * @param ours the tenant that looks around
 * @param other the tenant nothing of which may be seen
 */
public record Neighbours(Household ours, Household other) {
  private static Neighbours settled;

  /** A tenant with usage, keys, a live credential and people. */
  public record Household(
      TestTenant tenant,
      TestTenant.TurnKey turnKey,
      String apiKeyId,
      Api backend,
      String identifier,
      String grantId,
      Person admin) {

    private static Household settled(World world, String name, String identifier) {
      TestTenant tenant = TestTenant.added(world, name);
      TestTenant.TurnKey turnKey = tenant.adoptKey("production of " + name, 1_200);
      JsonNode apiKey = tenant.issueKey("credentials", "keys", "usage", "finance", "audit");
      Api backend = world.api().with(apiKey.get("key").asText());
      String grant =
          backend
              .post("/ice-servers", Map.of("customIdentifier", identifier))
              .expect(201)
              .get("grantId")
              .asText();
      tenant.awaitUsage();
      return new Household(
          tenant,
          turnKey,
          apiKey.get("id").asText(),
          backend,
          identifier,
          grant,
          tenant.invite("tenant-admin"));
    }

    /** What betrays this tenant wherever it is read. */
    public List<String> traces() {
      return List.of(
          tenant.id(),
          tenant.name(),
          tenant.slug(),
          tenant.account().tag(),
          turnKey.id(),
          turnKey.uid(),
          apiKeyId,
          grantId,
          admin.email());
    }
  }

  public static synchronized Neighbours of(World world) {
    if (settled == null) {
      settled =
          new Neighbours(
              Household.settled(world, "Maple Classrooms", "maple-pupil"),
              Household.settled(world, "Cedar Support", "cedar-agent"));
    }
    return settled;
  }
}
