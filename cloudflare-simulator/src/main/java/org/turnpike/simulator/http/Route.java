package org.turnpike.simulator.http;

import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;

/**
 * A method and a path such as {@code /v1/turn/keys/{keyId}/credentials/generate}.
 *
 * @param name the endpoint's name in counters, such as {@code keys.create}
 */
public record Route(String name, String method, String template, Handler handler) {

  private static final String CONTROL = "control";

  /** A route of the simulator's own: not counted, never struck by a fault. */
  public static Route control(String method, String template, Handler handler) {
    return new Route(CONTROL, method, template, handler);
  }

  public boolean isControl() {
    return name.equals(CONTROL);
  }

  Optional<Map<String, String>> match(String rawPath) {
    String[] wanted = template.split("/", -1);
    String[] given = rawPath.split("/", -1);
    if (wanted.length != given.length) {
      return Optional.empty();
    }
    Map<String, String> parameters = new HashMap<>();
    for (int i = 0; i < wanted.length; i++) {
      if (wanted[i].startsWith("{")) {
        parameters.put(wanted[i].substring(1, wanted[i].length() - 1), decode(given[i]));
      } else if (!wanted[i].equals(given[i])) {
        return Optional.empty();
      }
    }
    return Optional.of(parameters);
  }

  /** Segment by segment, after splitting: a username may hold an encoded slash. */
  private static String decode(String segment) {
    return URLDecoder.decode(segment.replace("+", "%2B"), StandardCharsets.UTF_8);
  }
}
