package org.turnpike.simulator.control;

import java.util.List;
import org.turnpike.simulator.http.BadRequest;
import org.turnpike.simulator.http.Reply;
import org.turnpike.simulator.http.Request;
import org.turnpike.simulator.http.Route;
import org.turnpike.simulator.turn.SharedSecret;

/** Follows a coturn whose secret changed. */
public final class SharedSecretEndpoint {

  private final SharedSecret secret;

  /**
   * Follows it.
   *
   * @param secret null where credentials are opaque: there is none to change
   */
  public SharedSecretEndpoint(SharedSecret secret) {
    this.secret = secret;
  }

  public List<Route> routes() {
    return List.of(Route.control("PUT", "/control/shared-secret", this::change));
  }

  private Reply change(Request request) {
    String other = request.json().path("sharedSecret").asText();
    if (secret == null || other.isEmpty()) {
      throw new BadRequest("sharedSecret is needed, and a simulator started with one");
    }
    secret.change(other);
    return Reply.empty(204);
  }
}
