import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.io.OutputStream;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.Executors;

/**
 * The backend of the sample meeting, in one file: {@code java Meeting.java}. What it does for the
 * relay is {@link #iceServers}; the rest is what any meeting has: a room for two, and messages
 * passed between them.
 *
 * <p>Environment: {@code TURNPIKE_URL}, {@code TURNPIKE_API_KEY} (scope {@code credentials}), {@code
 * PORT}.
 */
public final class Meeting {
  private static final URI TURNPIKE = URI.create(setting("TURNPIKE_URL", "http://127.0.0.1:8080"));
  private static final String API_KEY = setting("TURNPIKE_API_KEY", "");
  private static final int PORT = Integer.parseInt(setting("PORT", "8100"));
  private static final Map<String, String> PAGES =
      Map.of("/", "meeting.html", "/meeting.js", "meeting.js", "/meeting.css", "meeting.css");
  private static final Map<String, String> TYPES =
      Map.of("html", "text/html; charset=utf-8", "js", "text/javascript", "css", "text/css");

  private final HttpClient client =
      HttpClient.newBuilder().connectTimeout(Duration.ofSeconds(2)).build();
  private final Map<String, Room> rooms = new ConcurrentHashMap<>();

  public static void main(String[] arguments) throws IOException {
    if (API_KEY.isEmpty()) {
      System.err.println("Set TURNPIKE_API_KEY to an API key with the scope credentials.");
      System.exit(1);
    }
    Meeting meeting = new Meeting();
    HttpServer server =
        HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), PORT), 0);
    server.setExecutor(Executors.newCachedThreadPool());
    server.createContext("/", meeting::page);
    server.createContext("/turnpike-ice.js", meeting::module);
    server.createContext("/ice-servers", meeting::iceServers);
    server.createContext("/rooms/", meeting::room);
    server.start();
    System.out.println("The meeting is at http://127.0.0.1:" + server.getAddress().getPort());
  }

  // --- Turnpike

  /**
   * The one call to Turnpike. The API key stays here; the browser gets credentials that end by
   * themselves. The reply goes on as it is, for turnpike-ice.js reads {@code ttl} and {@code
   * refreshAfter} from it.
   *
   * <p>Only who may join may have a relay. A real backend asks its own session who that is; here it
   * is whoever joined a room.
   */
  private void iceServers(HttpExchange exchange) throws IOException {
    String participant = query(exchange, "participant");
    if (rooms.values().stream().noneMatch(room -> room.holds(participant))) {
      answer(exchange, 403, "{\"detail\":\"Join a room first.\"}");
      return;
    }
    HttpRequest ask =
        HttpRequest.newBuilder(TURNPIKE.resolve("/api/v1/ice-servers"))
            .timeout(Duration.ofSeconds(3))
            .header("Authorization", "Bearer " + API_KEY)
            .header("Content-Type", "application/json")
            .POST(HttpRequest.BodyPublishers.ofString(body(participant, query(exchange, "refused"))))
            .build();
    try {
      HttpResponse<String> reply = client.send(ask, BodyHandlers.ofString());
      // What Turnpike says of waiting is meant for the browser's module.
      reply
          .headers()
          .firstValue("Retry-After")
          .ifPresent(seconds -> exchange.getResponseHeaders().set("Retry-After", seconds));
      answer(exchange, reply.statusCode() == 201 ? 200 : 503, reply.body());
    } catch (IOException unreachable) {
      answer(exchange, 503, "{\"detail\":\"Turnpike cannot be reached.\"}");
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new IOException(e);
    }
  }

  /** A credential that a relay refused is named, so that Turnpike gives another, not the same. */
  private static String body(String participant, String refusedGrant) {
    return refusedGrant.matches("[0-9a-f-]{36}")
        ? "{\"customIdentifier\":\"%s\",\"refusedGrantId\":\"%s\"}"
            .formatted(participant, refusedGrant)
        : "{\"customIdentifier\":\"%s\"}".formatted(participant);
  }

  /** Turnpike serves the browser's module; an app may as well install it from npm. */
  private void module(HttpExchange exchange) throws IOException {
    exchange
        .getResponseHeaders()
        .set("Location", TURNPIKE.resolve("/api/turnpike-ice.js").toString());
    answer(exchange, 302, "");
  }

  // --- The meeting

  /** A room for two, and what each was told so far. */
  private static final class Room {
    private final Map<String, Inbox> inboxes = new ConcurrentHashMap<>();

    /** Who that is now, or null when two are there. One of the two yields when both offer. */
    synchronized String join(String name) {
      if (inboxes.size() == 2) {
        return null;
      }
      String participant = name + "-" + UUID.randomUUID().toString().substring(0, 8);
      boolean polite = inboxes.values().stream().anyMatch(inbox -> !inbox.polite);
      inboxes.put(participant, new Inbox(polite));
      tellOther(participant, "{\"joined\":true}");
      return "{\"participant\":\"%s\",\"polite\":%b}".formatted(participant, polite);
    }

    synchronized void leave(String participant) {
      inboxes.remove(participant);
      tellOther(participant, "{\"left\":true}");
    }

    void tellOther(String from, String message) {
      inboxes.forEach(
          (participant, inbox) -> {
            if (!participant.equals(from)) {
              inbox.add(message);
            }
          });
    }

    boolean holds(String participant) {
      return inboxes.containsKey(participant);
    }
  }

  /** All messages for one participant: a browser that was away reads on where it stopped. */
  private static final class Inbox {
    private final boolean polite;
    private final List<String> messages = new ArrayList<>();

    Inbox(boolean polite) {
      this.polite = polite;
    }

    synchronized void add(String message) {
      messages.add(message);
      notifyAll();
    }

    /** The message of that number, or null when there is none for a while. */
    synchronized String await(int number) throws InterruptedException {
      if (messages.size() <= number) {
        wait(5000);
      }
      return messages.size() > number ? messages.get(number) : null;
    }
  }

  /**
   * {@code POST /rooms/daily?name=anna} joins; then with {@code ?participant=}: {@code GET} streams
   * what it is told, {@code POST} tells the other, {@code DELETE} leaves.
   */
  private void room(HttpExchange exchange) throws IOException {
    Room room =
        rooms.computeIfAbsent(exchange.getRequestURI().getPath(), name -> new Room());
    String participant = query(exchange, "participant");
    String method = exchange.getRequestMethod();
    if (method.equals("POST") && participant.isEmpty()) {
      String joined = room.join(query(exchange, "name").replaceAll("[^A-Za-z0-9]", ""));
      answer(exchange, joined == null ? 409 : 201, joined == null ? "{}" : joined);
    } else if (!room.holds(participant)) {
      answer(exchange, 404, "{}");
    } else if (method.equals("GET")) {
      stream(exchange, room.inboxes.get(participant));
    } else if (method.equals("DELETE")) {
      room.leave(participant);
      answer(exchange, 204, "");
    } else {
      byte[] message = exchange.getRequestBody().readNBytes(65_536);
      room.tellOther(participant, new String(message, StandardCharsets.UTF_8));
      answer(exchange, 204, "");
    }
  }

  /** Server-sent events, until the browser goes. */
  private static void stream(HttpExchange exchange, Inbox inbox) throws IOException {
    String last = exchange.getRequestHeaders().getFirst("Last-Event-ID");
    int next = last == null ? 0 : Integer.parseInt(last) + 1;
    exchange.getResponseHeaders().set("Content-Type", "text/event-stream");
    exchange.sendResponseHeaders(200, 0);
    try (OutputStream out = exchange.getResponseBody()) {
      while (true) {
        String message = inbox.await(next);
        String event = message == null ? ":\n\n" : "id: %d\ndata: %s\n\n".formatted(next++, message);
        out.write(event.getBytes(StandardCharsets.UTF_8));
        out.flush();
      }
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }

  // --- HTTP

  private void page(HttpExchange exchange) throws IOException {
    String file = PAGES.get(exchange.getRequestURI().getPath());
    if (file == null) {
      answer(exchange, 404, "{}");
      return;
    }
    exchange
        .getResponseHeaders()
        .set("Content-Type", TYPES.get(file.substring(file.indexOf('.') + 1)));
    answer(exchange, 200, Files.readString(Path.of(file)));
  }

  private static String query(HttpExchange exchange, String name) {
    String query = exchange.getRequestURI().getQuery();
    for (String pair : query == null ? new String[0] : query.split("&")) {
      if (pair.startsWith(name + "=")) {
        return pair.substring(name.length() + 1);
      }
    }
    return "";
  }

  private static void answer(HttpExchange exchange, int status, String text) throws IOException {
    byte[] body = text.getBytes(StandardCharsets.UTF_8);
    exchange.getResponseHeaders().putIfAbsent("Content-Type", List.of("application/json"));
    exchange.getResponseHeaders().set("Cache-Control", "no-store");
    exchange.sendResponseHeaders(status, body.length == 0 ? -1 : body.length);
    exchange.getResponseBody().write(body);
    exchange.close();
  }

  private static String setting(String name, String otherwise) {
    return System.getenv().getOrDefault(name, otherwise);
  }
}
