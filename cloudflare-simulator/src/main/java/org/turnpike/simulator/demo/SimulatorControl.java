package org.turnpike.simulator.demo;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.time.Instant;
import java.util.List;
import java.util.Map;

/** The simulator's control calls, for what was at Cloudflare before Turnpike came. */
public final class SimulatorControl {
  private static final ObjectMapper JSON = new ObjectMapper();

  private final HttpClient http = HttpClient.newHttpClient();
  private final URI simulator;

  public SimulatorControl(URI simulator) {
    this.simulator = simulator;
  }

  public void plantAccount(String accountId, String name, String keysToken, String analyticsToken) {
    post(
        "/control/accounts",
        Map.of(
            "accountId",
            accountId,
            "name",
            name,
            "tokens",
            List.of(
                Map.of("token", keysToken, "permissions", List.of("calls:write")),
                Map.of("token", analyticsToken, "permissions", List.of("analytics:read")))));
  }

  /**
   * The planted key, with {@code uid} and {@code secret}. Its history is nameless: whoever looks
   * for usage by credentials that were never issued would find all of it.
   */
  public JsonNode plantKey(
      String accountId, String name, long monthlyGigabytes, Instant createdAt) {
    return post(
        "/control/keys",
        Map.of(
            "accountId", accountId,
            "name", name,
            "monthlyGigabytes", monthlyGigabytes,
            "createdAt", createdAt.toString(),
            "nameless", true));
  }

  public JsonNode get(String path) {
    return send(HttpRequest.newBuilder(simulator.resolve(path)).GET());
  }

  public JsonNode post(String path, Map<String, ?> body) {
    return send("POST", path, body);
  }

  public JsonNode put(String path, Map<String, ?> body) {
    return send("PUT", path, body);
  }

  private JsonNode send(String method, String path, Map<String, ?> body) {
    try {
      return send(
          HttpRequest.newBuilder(simulator.resolve(path))
              .header("Content-Type", "application/json")
              .method(method, BodyPublishers.ofString(JSON.writeValueAsString(body))));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  public JsonNode delete(String path) {
    return send(HttpRequest.newBuilder(simulator.resolve(path)).DELETE());
  }

  private JsonNode send(HttpRequest.Builder builder) {
    HttpRequest request = builder.build();
    try {
      HttpResponse<String> response = http.send(request, BodyHandlers.ofString());
      if (response.statusCode() >= 300) {
        throw new IllegalStateException(
            request.method() + " " + request.uri().getPath() + ": " + response.body());
      }
      return JSON.readTree(response.body());
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new IllegalStateException("Interrupted", e);
    }
  }
}
