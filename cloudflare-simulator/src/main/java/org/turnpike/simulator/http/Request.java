package org.turnpike.simulator.http;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.MissingNode;
import java.util.Map;
import java.util.Optional;

/**
 * A request that found its route.
 *
 * @param path the values of the route's parameters
 * @param query decoded query parameters, the first of each name
 * @param authorization the Authorization header, or null
 */
public record Request(
    Map<String, String> path, Map<String, String> query, String authorization, String body) {

  public String path(String name) {
    return path.get(name);
  }

  public Optional<String> query(String name) {
    return Optional.ofNullable(query.get(name)).filter(value -> !value.isEmpty());
  }

  /** The token behind {@code Bearer}, if that is how the caller signs in. */
  public Optional<String> bearer() {
    return credentials("Bearer ");
  }

  /** The undecoded pair behind {@code Basic}, if that is how the caller signs in. */
  public Optional<String> basic() {
    return credentials("Basic ");
  }

  /** The body as a JSON object; a {@link MissingNode} when there is no body at all. */
  public JsonNode json() {
    if (body.isEmpty()) {
      return MissingNode.getInstance();
    }
    try {
      JsonNode node = Json.mapper().readTree(body);
      if (!node.isObject()) {
        throw new BadRequest("The body must be a JSON object");
      }
      return node;
    } catch (JsonProcessingException e) {
      throw new BadRequest("The body is not JSON", e);
    }
  }

  public <T> T json(Class<T> type) {
    try {
      return Json.mapper().readValue(body, type);
    } catch (JsonProcessingException e) {
      throw new BadRequest(e.getMessage(), e);
    }
  }

  private Optional<String> credentials(String scheme) {
    return authorization != null && authorization.regionMatches(true, 0, scheme, 0, scheme.length())
        ? Optional.of(authorization.substring(scheme.length()).strip())
        : Optional.empty();
  }
}
