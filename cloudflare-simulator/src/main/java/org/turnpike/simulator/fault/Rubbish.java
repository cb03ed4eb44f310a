package org.turnpike.simulator.fault;

import com.fasterxml.jackson.annotation.JsonProperty;
import java.util.List;
import java.util.Map;
import org.turnpike.simulator.http.Json;
import org.turnpike.simulator.http.Reply;

/** Bodies that come with a success status and are worth nothing. */
public enum Rubbish {
  /** The right answer, cut in the middle, with the length it then has. */
  @JsonProperty("truncatedJson")
  TRUNCATED_JSON,
  /** Two megabytes of well-formed JSON. */
  @JsonProperty("huge")
  HUGE,
  /** Known fields with values of other types. */
  @JsonProperty("wrongTypes")
  WRONG_TYPES,
  /** TURN urls and a username, but no credential. */
  @JsonProperty("noCredential")
  NO_CREDENTIAL,
  /** No JSON at all. */
  @JsonProperty("html")
  HTML;

  private static final int HUGE_LENGTH = 2_000_000;

  Reply insteadOf(Reply right) {
    return switch (this) {
      case TRUNCATED_JSON -> right.withBody(right.body().substring(0, right.body().length() / 2));
      case HUGE -> right.withBody(Json.text(Map.of("padding", "x".repeat(HUGE_LENGTH))));
      case WRONG_TYPES -> right.withBody(Json.text(wrongTypes()));
      case NO_CREDENTIAL -> right.withBody(Json.text(withoutCredential()));
      case HTML -> right.withBody("<html><body>Just a moment...</body></html>");
    };
  }

  /** Wrong for every endpoint at once. */
  private static Map<String, Object> wrongTypes() {
    Map<String, Object> group = Map.of("sum", Map.of("egressBytes", "many", "ingressBytes", -1));
    return Map.of(
        "iceServers",
        42,
        "success",
        "yes",
        "result",
        7,
        "data",
        Map.of(
            "viewer",
            Map.of("accounts", List.of(Map.of("callsTurnUsageAdaptiveGroups", List.of(group))))));
  }

  private static Map<String, Object> withoutCredential() {
    return Map.of(
        "iceServers",
        List.of(
            Map.of(
                "urls",
                List.of("turn:turn.cloudflare.com:3478?transport=udp"),
                "username",
                "somebody")));
  }
}
