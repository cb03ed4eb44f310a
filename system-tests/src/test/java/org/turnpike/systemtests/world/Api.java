package org.turnpike.systemtests.world;

import com.fasterxml.jackson.core.JsonProcessingException;
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
import java.util.ArrayList;
import java.util.List;

/** A caller of the product's API, whose every answer is searched for secrets shown before. */
public final class Api {
  private static final ObjectMapper JSON = new ObjectMapper();
  private static final HttpClient HTTP =
      HttpClient.newBuilder().connectTimeout(Duration.ofSeconds(5)).build();

  private final URI base;
  private final Secrets secrets;
  private final String key;

  /**
   * A caller.
   *
   * @param key null for one without
   */
  public Api(URI base, Secrets secrets, String key) {
    this.base = base;
    this.secrets = secrets;
    this.key = key;
  }

  public Api with(String otherKey) {
    return new Api(base, secrets, otherKey);
  }

  public Api anonymous() {
    return with(null);
  }

  public Answer get(String path) {
    return send(request(path).GET());
  }

  public Answer post(String path, Object body) {
    return send(request(path).POST(BodyPublishers.ofString(json(body))));
  }

  public Answer patch(String path, Object body) {
    return send(request(path).method("PATCH", BodyPublishers.ofString(json(body))));
  }

  public Answer delete(String path) {
    return send(request(path).DELETE());
  }

  /** The items of all pages of a list. */
  public List<JsonNode> items(String path) {
    List<JsonNode> items = new ArrayList<>();
    String first = path + (path.contains("?") ? "&" : "?") + "limit=200";
    String next = first;
    while (next != null) {
      JsonNode page = get(next).expect(200);
      page.get("items").forEach(items::add);
      next = page.get("next").isNull() ? null : first + "&cursor=" + page.get("next").asText();
    }
    return items;
  }

  /** A call to be completed; it says JSON and carries the key. */
  public HttpRequest.Builder request(String path) {
    HttpRequest.Builder request =
        HttpRequest.newBuilder(URI.create(base + path))
            .timeout(Duration.ofSeconds(60))
            .header("Content-Type", "application/json");
    return key == null ? request : request.header("Authorization", "Bearer " + key);
  }

  public Answer send(HttpRequest.Builder builder) {
    HttpRequest request = builder.build();
    String call = request.method() + " " + request.uri().getPath();
    try {
      HttpResponse<String> response = HTTP.send(request, BodyHandlers.ofString());
      Answer answer = new Answer(call, response.statusCode(), response.headers(), response.body());
      secrets.search("the answer to " + call, answer.text(), key);
      if (answer.status() == 201) {
        secrets.learn(answer.json(), key);
      }
      return answer;
    } catch (IOException e) {
      throw new UncheckedIOException(call, e);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new IllegalStateException(call, e);
    }
  }

  /** As it is sent. */
  public static String json(Object body) {
    try {
      return JSON.writeValueAsString(body);
    } catch (JsonProcessingException e) {
      throw new IllegalArgumentException(e);
    }
  }
}
