package org.turnpike.systemtests.world;

import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * Somebody who can sign in to the console.
 *
 * @param role as the API calls it
 */
public record Person(String email, String password, String role) {

  /**
   * Invites somebody, who accepts at once.
   *
   * @param tenantId null for a role in the whole company
   */
  public static Person invited(World world, String email, String role, String tenantId) {
    Map<String, Object> grant = new HashMap<>(Map.of("role", role));
    if (tenantId != null) {
      grant.put("tenantId", tenantId);
    }
    String link =
        world
            .api()
            .post("/users", Map.of("email", email, "name", email, "roles", List.of(grant)))
            .expect(201)
            .get("invitationUrl")
            .asText();
    String password = world.secrets().make("password of " + email, "person-");
    world
        .api()
        .anonymous()
        .post("/invitations/accept", Map.of("token", tokenOf(link), "password", password))
        .expectNothing(204);
    return new Person(email, password, role);
  }

  /** The token stands in the fragment. */
  static String tokenOf(String link) {
    return link.substring(link.indexOf('#') + 1);
  }

  @Override
  public String toString() {
    return role;
  }
}
