package org.turnpike.systemtests;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.time.Duration;
import java.util.concurrent.TimeUnit;

/** A caller of the product. */
public final class Web {
  private static final Duration PATIENCE = Duration.ofMinutes(3);
  private static final HttpClient CLIENT =
      HttpClient.newBuilder()
          .connectTimeout(Duration.ofSeconds(5))
          .followRedirects(HttpClient.Redirect.NORMAL)
          .build();

  private Web() {}

  public static HttpResponse<String> get(URI uri) throws IOException, InterruptedException {
    HttpRequest request = HttpRequest.newBuilder(uri).timeout(Duration.ofSeconds(30)).build();
    return CLIENT.send(request, BodyHandlers.ofString());
  }

  /** Asks until the answer is 200, and returns it. */
  public static HttpResponse<String> await(URI uri) throws InterruptedException {
    long end = System.nanoTime() + PATIENCE.toNanos();
    String last = "nothing";
    while (System.nanoTime() < end) {
      try {
        HttpResponse<String> response = get(uri);
        if (response.statusCode() == 200) {
          return response;
        }
        last = response.statusCode() + " " + response.body();
      } catch (IOException e) {
        last = e.toString();
      }
      TimeUnit.MILLISECONDS.sleep(200);
    }
    throw new AssertionError(uri + " did not answer 200 within " + PATIENCE + " but " + last);
  }
}
