package org.turnpike.credentialservice.dropin;

import jakarta.servlet.http.HttpServletRequest;
import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.HashMap;
import java.util.Map;

/**
 * The parameters of the TURN REST draft. Read here and not by the server, which would tell its log
 * of a parameter that it cannot decode, and of the key that stands in it.
 *
 * @param service null when it is not given, as the others
 */
record TurnRestQuery(String service, String username, String key) {
  static TurnRestQuery of(HttpServletRequest request) {
    return of(request.getQueryString());
  }

  /**
   * Of several values of one name the first counts; an empty one, or one that cannot be decoded, is
   * none.
   *
   * @param query null for none
   */
  static TurnRestQuery of(String query) {
    Map<String, String> values = new HashMap<>();
    Arrays.stream(query == null ? new String[0] : query.split("&"))
        .map(pair -> pair.split("=", 2))
        .filter(pair -> pair.length == 2 && !pair[1].isEmpty())
        .forEach(pair -> values.putIfAbsent(decoded(pair[0]), decoded(pair[1])));
    return new TurnRestQuery(values.get("service"), values.get("username"), values.get("key"));
  }

  private static String decoded(String text) {
    try {
      return URLDecoder.decode(text, StandardCharsets.UTF_8);
    } catch (IllegalArgumentException e) {
      return null;
    }
  }

  /** Without the key. */
  @Override
  public String toString() {
    return "service " + service + ", username " + username;
  }
}
