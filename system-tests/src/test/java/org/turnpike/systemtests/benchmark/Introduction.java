package org.turnpike.systemtests.benchmark;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.net.http.HttpResponse;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.logging.Logger;
import java.util.stream.IntStream;

/** Makes identifiers known to every side, and sees that each side answers in the same shape. */
record Introduction(int identifiers, Callers callers) {
  private static final Logger LOG = Logger.getLogger(Introduction.class.getName());
  private static final ObjectMapper JSON = new ObjectMapper();
  private static final int TRIES = 5;

  /** Whoever is refused on a busy machine asks again, as a caller would. */
  void to(Side side) {
    LOG.info("Makes %,d identifiers known to %s".formatted(identifiers, side));
    List<String> unknown =
        IntStream.rangeClosed(1, identifiers).mapToObj(number -> "user-" + number).toList();
    for (int tries = 0; tries < TRIES && !unknown.isEmpty(); tries++) {
      unknown = refused(side, unknown);
    }
    assertThat(unknown).as("refused by %s", side).isEmpty();
  }

  private List<String> refused(Side side, List<String> asking) {
    Map<String, CompletableFuture<HttpResponse<String>>> answers = new LinkedHashMap<>();
    asking.forEach(identifier -> answers.put(identifier, callers.ask(side, identifier)));
    return asking.stream()
        .filter(identifier -> !introduced(side, answers.get(identifier).join()))
        .toList();
  }

  private static boolean introduced(Side side, HttpResponse<String> answer) {
    if (Callers.succeeded(answer)) {
      assertIceServers(side, answer.body());
      return true;
    }
    return false;
  }

  private static void assertIceServers(Side side, String body) {
    try {
      JsonNode servers = JSON.readTree(body).path("iceServers");
      assertThat(servers).as("%s: %s", side, body).hasSize(2);
      assertThat(servers.findValuesAsText("credential")).as(side.name()).hasSize(1);
    } catch (JsonProcessingException e) {
      throw new AssertionError(side + " answered no JSON: " + body, e);
    }
  }
}
