package org.turnpike.cloudflare;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;

/** Answers every call with what a test puts into it, however odd, and remembers who called. */
public final class CannedUpstream implements AutoCloseable {
  /** A call as it came in. */
  public record Received(
      String method,
      String target,
      String authorization,
      String body,
      int port,
      java.util.Map<String, List<String>> headers) {
    /** Null when it did not come. */
    public String header(String name) {
      return headers.containsKey(name) ? headers.get(name).get(0) : null;
    }
  }

  /** Writes an answer. */
  @FunctionalInterface
  public interface Answer {
    void write(HttpExchange exchange) throws IOException;
  }

  private final List<Received> received = new CopyOnWriteArrayList<>();
  private final ExecutorService threads = Executors.newCachedThreadPool();
  private final HttpServer server;
  private volatile Answer answer;

  private CannedUpstream(HttpServer server) {
    this.server = server;
    server.setExecutor(threads);
    server.createContext("/", this::answer);
    server.start();
  }

  public static CannedUpstream start() {
    return start(HttpServer::create);
  }

  /** How a server is made. */
  @FunctionalInterface
  interface Kind {
    HttpServer on(InetSocketAddress address, int backlog) throws IOException;
  }

  static CannedUpstream start(Kind kind) {
    try {
      return new CannedUpstream(
          kind.on(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  public CannedUpstream answers(int status, String body, String... headers) {
    return answers(
        exchange -> {
          byte[] bytes = body.getBytes(StandardCharsets.UTF_8);
          for (int i = 0; i < headers.length; i += 2) {
            exchange.getResponseHeaders().set(headers[i], headers[i + 1]);
          }
          exchange.sendResponseHeaders(status, bytes.length == 0 ? -1 : bytes.length);
          exchange.getResponseBody().write(bytes);
        });
  }

  public CannedUpstream answers(Answer other) {
    answer = other;
    return this;
  }

  public List<Received> received() {
    return received;
  }

  public int port() {
    return server.getAddress().getPort();
  }

  public String url() {
    return "http://127.0.0.1:" + port();
  }

  @Override
  public void close() {
    server.stop(0);
    threads.shutdownNow();
  }

  private void answer(HttpExchange exchange) throws IOException {
    String body = new String(exchange.getRequestBody().readAllBytes(), StandardCharsets.UTF_8);
    received.add(
        new Received(
            exchange.getRequestMethod(),
            exchange.getRequestURI().toString(),
            exchange.getRequestHeaders().getFirst("Authorization"),
            body,
            exchange.getRemoteAddress().getPort(),
            exchange.getRequestHeaders()));
    try (exchange) {
      answer.write(exchange);
    }
  }
}
