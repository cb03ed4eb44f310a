package org.turnpike.simulator.http;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.io.OutputStream;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;

/** The listening side, on loopback alone. */
public final class HttpFront implements AutoCloseable {

  private static final System.Logger LOG = System.getLogger(HttpFront.class.getName());
  private static final int LARGEST_BODY = 1 << 20;

  static {
    // Headers and body leave in two writes; with Nagle's algorithm each reply would cost 40 ms.
    if (System.getProperty("sun.net.httpserver.nodelay") == null) {
      System.setProperty("sun.net.httpserver.nodelay", "true");
    }
  }

  private final List<Route> routes;
  private final Interceptor interceptor;
  private final Pause pause = new Pause();
  private final HttpServer server;
  private final ExecutorService threads =
      Executors.newCachedThreadPool(
          work -> {
            Thread thread = new Thread(work, "cloudflare-simulator");
            thread.setDaemon(true);
            return thread;
          });

  private HttpFront(HttpServer server, List<Route> routes, Interceptor interceptor) {
    this.server = server;
    this.routes = List.copyOf(routes);
    this.interceptor = interceptor;
  }

  /**
   * Listens on loopback.
   *
   * @param port 0 for any free one
   */
  public static HttpFront open(int port, List<Route> routes, Interceptor interceptor)
      throws IOException {
    HttpServer server =
        HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), port), 1024);
    HttpFront front = new HttpFront(server, routes, interceptor);
    server.setExecutor(front.threads);
    server.createContext("/", front::answer);
    server.start();
    return front;
  }

  public URI baseUrl() {
    return URI.create("http://127.0.0.1:" + server.getAddress().getPort());
  }

  @Override
  public void close() {
    pause.end();
    server.stop(0);
    threads.shutdownNow();
  }

  private void answer(HttpExchange exchange) {
    try {
      byte[] body = exchange.getRequestBody().readNBytes(LARGEST_BODY + 1);
      // Unread, the rest would reset the connection, and the answer would not arrive.
      exchange.getRequestBody().transferTo(OutputStream.nullOutputStream());
      Exchange answer =
          body.length > LARGEST_BODY
              ? Exchange.of(Reply.text(413, "Payload Too Large"))
              : route(exchange, new String(body, StandardCharsets.UTF_8));
      answer.delivery().send(exchange, answer.reply(), pause);
    } catch (IOException e) {
      LOG.log(System.Logger.Level.DEBUG, "The caller hung up", e);
      exchange.close();
    } catch (RuntimeException e) {
      LOG.log(System.Logger.Level.ERROR, "The simulator itself failed", e);
      exchange.close();
    }
  }

  private Exchange route(HttpExchange exchange, String body) {
    String path = exchange.getRequestURI().getRawPath();
    boolean known = false;
    for (Route route : routes) {
      Optional<Map<String, String>> parameters = route.match(path);
      if (parameters.isPresent() && route.method().equals(exchange.getRequestMethod())) {
        Request request =
            new Request(
                parameters.get(),
                query(exchange.getRequestURI().getRawQuery()),
                exchange.getRequestHeaders().getFirst("Authorization"),
                body);
        return interceptor.around(route, request, pause);
      }
      known |= parameters.isPresent();
    }
    return Exchange.of(
        known ? Reply.text(405, "Method Not Allowed") : Reply.text(404, "Not Found"));
  }

  private static Map<String, String> query(String raw) {
    Map<String, String> query = new LinkedHashMap<>();
    if (raw != null) {
      for (String pair : raw.split("&", -1)) {
        int equals = pair.indexOf('=');
        String name = equals < 0 ? pair : pair.substring(0, equals);
        String value = equals < 0 ? "" : pair.substring(equals + 1);
        query.putIfAbsent(decode(name), decode(value));
      }
    }
    return query;
  }

  private static String decode(String text) {
    return URLDecoder.decode(text, StandardCharsets.UTF_8);
  }
}
