package org.turnpike.simulator;

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
import java.time.Duration;
import java.util.Map;

/** Calls a simulator as anybody would. */
final class Caller {

  private static final ObjectMapper JSON = new ObjectMapper();

  private final HttpClient http =
      HttpClient.newBuilder().version(HttpClient.Version.HTTP_1_1).build();
  private final URI base;
  private final String authorization;

  private Caller(URI base, String authorization) {
    this.base = base;
    this.authorization = authorization;
  }

  static Caller of(CloudflareSimulator simulator) {
    return new Caller(simulator.baseUrl(), null);
  }

  Caller bearer(String token) {
    return new Caller(base, "Bearer " + token);
  }

  Caller authorization(String header) {
    return new Caller(base, header);
  }

  HttpResponse<String> get(String path) throws IOException {
    return send("GET", path, "");
  }

  HttpResponse<String> post(String path, String body) throws IOException {
    return send("POST", path, body);
  }

  HttpResponse<String> put(String path, String body) throws IOException {
    return send("PUT", path, body);
  }

  HttpResponse<String> delete(String path) throws IOException {
    return send("DELETE", path, "");
  }

  HttpResponse<String> query(String graphql) throws IOException {
    return query(graphql, Map.of());
  }

  HttpResponse<String> query(String graphql, Map<String, ?> variables) throws IOException {
    return post(
        "/client/v4/graphql",
        JSON.writeValueAsString(Map.of("query", graphql, "variables", variables)));
  }

  static JsonNode json(HttpResponse<String> response) {
    try {
      return JSON.readTree(response.body());
    } catch (IOException e) {
      throw new UncheckedIOException(response.body(), e);
    }
  }

  private HttpResponse<String> send(String method, String path, String body) throws IOException {
    return send(request(method, path, body).timeout(Duration.ofSeconds(20)).build());
  }

  HttpRequest.Builder request(String method, String path, String body) {
    HttpRequest.Builder request =
        HttpRequest.newBuilder(URI.create(base + path))
            .method(
                method, body.isEmpty() ? BodyPublishers.noBody() : BodyPublishers.ofString(body));
    return authorization == null ? request : request.header("Authorization", authorization);
  }

  HttpResponse<String> send(HttpRequest request) throws IOException {
    try {
      return http.send(request, BodyHandlers.ofString());
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new IOException(e);
    }
  }
}
