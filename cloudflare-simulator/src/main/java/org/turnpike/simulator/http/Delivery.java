package org.turnpike.simulator.http;

import com.sun.net.httpserver.HttpExchange;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.time.Duration;

/** How a reply reaches its caller. */
@FunctionalInterface
public interface Delivery {

  Delivery WHOLE =
      (exchange, reply, pause) -> {
        byte[] body = begin(exchange, reply);
        // Closing the exchange instead would drop the connection after every empty reply.
        try (OutputStream out = exchange.getResponseBody()) {
          if (body.length > 0) {
            out.write(body);
          }
        }
      };

  /** Announces the whole body, sends half of it, and hangs up. */
  Delivery TRUNCATED =
      (exchange, reply, pause) -> {
        byte[] body = begin(exchange, reply);
        exchange.getResponseBody().write(body, 0, body.length / 2);
        exchange.getResponseBody().flush();
        exchange.close();
      };

  /** Accepts the request and says nothing at all for that long, then hangs up. */
  static Delivery hang(Duration time) {
    return (exchange, reply, pause) -> {
      pause.hold(time);
      exchange.close();
    };
  }

  /** Says nothing for that long, then sends the whole. */
  static Delivery late(Duration time) {
    return (exchange, reply, pause) -> {
      if (pause.hold(time)) {
        WHOLE.send(exchange, reply, pause);
      } else {
        exchange.close();
      }
    };
  }

  /** Sends one byte at a time, that far apart. */
  static Delivery trickle(Duration gap) {
    return (exchange, reply, pause) -> {
      byte[] body = begin(exchange, reply);
      OutputStream out = exchange.getResponseBody();
      for (byte one : body) {
        out.write(one);
        out.flush();
        if (!pause.hold(gap)) {
          break;
        }
      }
      exchange.close();
    };
  }

  void send(HttpExchange exchange, Reply reply, Pause pause) throws IOException;

  private static byte[] begin(HttpExchange exchange, Reply reply) throws IOException {
    byte[] body = reply.body().getBytes(StandardCharsets.UTF_8);
    reply.headers().forEach((name, value) -> exchange.getResponseHeaders().set(name, value));
    // The JDK's server reads 0 as "chunked" and -1 as "no body".
    exchange.sendResponseHeaders(reply.status(), body.length == 0 ? -1 : body.length);
    return body;
  }
}
