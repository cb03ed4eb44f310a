package org.turnpike.systemtests.benchmark;

import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.time.Duration;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.Semaphore;

/** Meeting backends that ask for one user's ICE servers each. */
final class Callers {
  private static final Duration PATIENCE = Duration.ofSeconds(60);
  private static final HttpClient HTTP =
      HttpClient.newBuilder().version(HttpClient.Version.HTTP_1_1).build();
  private static final int CREATED = 201;

  private final String apiKey;
  private final Semaphore free;

  /**
   * Callers with one API key.
   *
   * @param most who wait for their answers at once; the next waits until one has it
   */
  Callers(String apiKey, int most) {
    this.apiKey = apiKey;
    this.free = new Semaphore(most);
  }

  /** One call; without an answer the future fails. */
  CompletableFuture<HttpResponse<String>> ask(Side side, String identifier) {
    HttpRequest request =
        HttpRequest.newBuilder(side.address())
            .timeout(PATIENCE)
            .header("Authorization", "Bearer " + apiKey)
            .header("Content-Type", "application/json")
            .POST(BodyPublishers.ofString("{\"customIdentifier\":\"" + identifier + "\"}"))
            .build();
    free.acquireUninterruptibly();
    return HTTP.sendAsync(request, BodyHandlers.ofString())
        .whenComplete((answer, failure) -> free.release());
  }

  /**
   * Whether the caller got what it asked for.
   *
   * @param answer null for none
   */
  static boolean succeeded(HttpResponse<String> answer) {
    return answer != null && answer.statusCode() == CREATED;
  }
}
