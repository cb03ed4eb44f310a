package org.turnpike.simulator.http;

import java.util.LinkedHashMap;
import java.util.Map;

/** What goes back: a status, headers, and a body. */
public record Reply(int status, Map<String, String> headers, String body) {

  public static Reply json(int status, Object value) {
    return new Reply(status, Map.of("Content-Type", "application/json"), Json.text(value));
  }

  public static Reply text(int status, String text) {
    return new Reply(status, Map.of("Content-Type", "text/plain; charset=utf-8"), text);
  }

  public static Reply empty(int status) {
    return new Reply(status, Map.of(), "");
  }

  public Reply with(String header, String value) {
    Map<String, String> all = new LinkedHashMap<>(headers);
    all.put(header, value);
    return new Reply(status, all, body);
  }

  public Reply withBody(String other) {
    return new Reply(status, headers, other);
  }
}
