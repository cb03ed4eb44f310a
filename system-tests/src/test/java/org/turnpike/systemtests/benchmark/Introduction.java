package org.turnpike.systemtests.benchmark;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.net.http.HttpResponse;
import java.util.logging.Logger;
import java.util.stream.IntStream;

/** Makes identifiers known to every side, and sees that each side answers in the same shape. */
record Introduction(int identifiers, Callers callers) {
  private static final Logger LOG = Logger.getLogger(Introduction.class.getName());
  private static final ObjectMapper JSON = new ObjectMapper();

  void to(Side side) {
    LOG.info("Makes %,d identifiers known to %s".formatted(identifiers, side));
    IntStream.rangeClosed(1, identifiers)
        .mapToObj(number -> callers.ask(side, "user-" + number))
        .toList()
        .forEach(answer -> assertIceServers(side, answer.join()));
  }

  private static void assertIceServers(Side side, HttpResponse<String> answer) {
    assertThat(answer.statusCode()).as("%s: %s", side, answer.body()).isEqualTo(201);
    try {
      JsonNode servers = JSON.readTree(answer.body()).path("iceServers");
      assertThat(servers).as("%s: %s", side, answer.body()).hasSize(2);
      assertThat(servers.findValuesAsText("credential")).as(side.name()).hasSize(1);
    } catch (JsonProcessingException e) {
      throw new AssertionError(side + " answered no JSON: " + answer.body(), e);
    }
  }
}
