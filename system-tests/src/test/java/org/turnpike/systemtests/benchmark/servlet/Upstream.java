package org.turnpike.systemtests.benchmark.servlet;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;

/** Cloudflare's minting call, on connections that are kept alive. */
public final class Upstream {
  private static final int CREATED = 201;

  private final HttpClient http =
      HttpClient.newBuilder().version(HttpClient.Version.HTTP_1_1).build();
  private final URI address = URI.create(System.getenv("MINTING_URL"));
  private final String authorization = "Bearer " + System.getenv("TURN_KEY_SECRET");

  /**
   * Mints.
   *
   * @param request JSON as the caller sent it
   * @return the reply's JSON
   */
  public byte[] mint(byte[] request) throws IOException {
    HttpRequest call =
        HttpRequest.newBuilder(address)
            .header("Authorization", authorization)
            .header("Content-Type", "application/json")
            .POST(BodyPublishers.ofByteArray(request))
            .build();
    try {
      HttpResponse<byte[]> reply = http.send(call, BodyHandlers.ofByteArray());
      if (reply.statusCode() != CREATED) {
        throw new IOException("Cloudflare answered " + reply.statusCode());
      }
      return reply.body();
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new IOException("Interrupted", e);
    }
  }
}
