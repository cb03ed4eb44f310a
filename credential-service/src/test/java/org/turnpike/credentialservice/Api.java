package org.turnpike.credentialservice;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublisher;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.locks.LockSupport;
import java.util.function.Supplier;

/** The API as a caller with one API key uses it. */
final class Api {
  private static final ObjectMapper JSON = new ObjectMapper();
  private static final HttpClient CLIENT =
      HttpClient.newBuilder().version(HttpClient.Version.HTTP_1_1).build();

  private static final Duration PATIENCE = Duration.ofMinutes(2);

  private final URI base;
  private final List<String> headers;

  Api(URI base, String key) {
    this(base, List.of("Authorization", "Bearer " + key));
  }

  private Api(URI base, List<String> headers) {
    this.base = base;
    this.headers = headers;
  }

  Api with(String name, String value) {
    List<String> more = new ArrayList<>(headers);
    more.add(name);
    more.add(value);
    return new Api(base, more);
  }

  Api withoutKey() {
    return new Api(base, List.of());
  }

  /** What came back. */
  record Reply(HttpResponse<String> response) {
    int status() {
      return response.statusCode();
    }

    String header(String name) {
      return response.headers().firstValue(name).orElse(null);
    }

    String text() {
      return response.body();
    }

    JsonNode json() {
      return parse(response.body());
    }

    Reply is(int status) {
      assertThat(response.statusCode()).as("%s: %s", response.request(), text()).isEqualTo(status);
      return this;
    }

    /** Answered as RFC 9457 has it, telling nothing of our insides. */
    Reply isProblem(int status, String type) {
      is(status);
      assertThat(header("Content-Type")).as(text()).startsWith("application/problem+json");
      assertThat(json().path("type").asText()).isEqualTo("urn:turnpike:problem:" + type);
      assertThat(json().path("title").asText()).isNotBlank();
      assertThat(json().path("status").asInt()).isEqualTo(status);
      assertThat(text()).doesNotContain("Exception", "\tat ", "org.turnpike", "jackson");
      return this;
    }

    String id() {
      return json().path("id").asText();
    }
  }

  static JsonNode parse(String text) {
    try {
      return JSON.readTree(text);
    } catch (IOException e) {
      throw new UncheckedIOException(text, e);
    }
  }

  /** Asks until there is an answer. */
  static <T> T eventually(Supplier<Optional<T>> question) {
    long end = System.nanoTime() + PATIENCE.toNanos();
    Optional<T> answer = question.get();
    while (answer.isEmpty()) {
      assertThat(System.nanoTime()).as("patience").isLessThan(end);
      LockSupport.parkNanos(Duration.ofMillis(200).toNanos());
      answer = question.get();
    }
    return answer.get();
  }

  Reply get(String path) {
    return send("GET", path, BodyPublishers.noBody());
  }

  Reply delete(String path) {
    return send("DELETE", path, BodyPublishers.noBody());
  }

  Reply post(String path, String json) {
    return call("POST", path, json);
  }

  Reply patch(String path, String json) {
    return call("PATCH", path, json);
  }

  Reply call(String method, String path, String json) {
    return with("Content-Type", "application/json")
        .send(method, path, BodyPublishers.ofString(json));
  }

  Reply send(String method, String path, BodyPublisher body) {
    HttpRequest.Builder request =
        HttpRequest.newBuilder(URI.create(base + path)).method(method, body);
    if (!headers.isEmpty()) {
      request.headers(headers.toArray(String[]::new));
    }
    try {
      return new Reply(CLIENT.send(request.build(), BodyHandlers.ofString()));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new IllegalStateException(e);
    }
  }
}
