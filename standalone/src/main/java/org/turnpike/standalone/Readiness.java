package org.turnpike.standalone;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse.BodyHandlers;
import java.time.Duration;
import java.util.List;

/**
 * Both web applications answer. The server has started them when it is asked, so that one which it
 * does not know then has failed.
 */
final class Readiness {
  private static final List<String> PATHS = List.of("api/health/ready", "console/");
  private static final Duration PATIENCE = Duration.ofMinutes(2);
  private static final Duration PAUSE = Duration.ofMillis(100);
  private static final int OK = 200;
  private static final int NOT_FOUND = 404;

  private final HttpAddress address;
  private final HttpClient client =
      HttpClient.newBuilder()
          .followRedirects(HttpClient.Redirect.NORMAL) // the console leads to its sign-in
          .build();

  Readiness(HttpAddress address) {
    this.address = address;
  }

  void await() {
    long end = System.nanoTime() + PATIENCE.toNanos();
    while (!PATHS.stream().allMatch(this::answers)) {
      if (System.nanoTime() > end) {
        throw new Refused("Turnpike did not become ready; its log says why.");
      }
      pause();
    }
  }

  private boolean answers(String path) {
    HttpRequest request =
        HttpRequest.newBuilder(URI.create(address.url() + path)).timeout(PATIENCE).build();
    try {
      int status = client.send(request, BodyHandlers.discarding()).statusCode();
      if (status == NOT_FOUND) {
        throw new Refused("Not all of Turnpike could be started; its log says why.");
      }
      return status == OK;
    } catch (IOException notYet) {
      return false;
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new Refused("Stopped while waiting for readiness", e);
    }
  }

  private static void pause() {
    try {
      Thread.sleep(PAUSE.toMillis());
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new Refused("Stopped while waiting for readiness", e);
    }
  }
}
