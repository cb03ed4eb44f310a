package org.turnpike.systemtests.world;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.net.http.HttpHeaders;
import java.util.Optional;

/**
 * What a call was answered.
 *
 * @param call method and path, for messages
 */
public record Answer(String call, int status, HttpHeaders headers, String text) {
  private static final ObjectMapper JSON = new ObjectMapper();

  /** The body of an answer that must have this status. */
  public JsonNode expect(int wanted) {
    assertThat(status).as("%s answered %s", call, text).isEqualTo(wanted);
    return json();
  }

  public void expectNothing(int wanted) {
    assertThat(status).as("%s answered %s", call, text).isEqualTo(wanted);
    assertThat(text).as(call).isEmpty();
  }

  public JsonNode json() {
    try {
      return JSON.readTree(text);
    } catch (JsonProcessingException e) {
      throw new AssertionError(call + " answered " + status + ", no JSON: " + text, e);
    }
  }

  public Optional<String> header(String name) {
    return headers.firstValue(name);
  }
}
