package org.turnpike.systemtests.api;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.List;
import org.turnpike.systemtests.world.Answer;

/** Failed calls are answered by the book: RFC 9457, and the members that the contract names. */
final class Problems {
  private static final List<String> MEMBERS =
      List.of("type", "title", "status", "detail", "instance", "id", "errors");

  private Problems() {}

  static JsonNode assertProblem(Answer answer, int status) {
    JsonNode problem = answer.expect(status);
    assertThat(answer.header("Content-Type").orElse(""))
        .as(answer.call())
        .startsWith("application/problem+json");
    assertThat(problem.get("type").asText()).isNotBlank().isNotEqualTo("about:blank");
    assertThat(problem.get("title").asText()).isNotBlank();
    assertThat(problem.get("status").asInt()).isEqualTo(status);
    assertThat(problem.fieldNames()).toIterable().isSubsetOf(MEMBERS);
    assertThat(answer.text())
        .as("no stack trace, no class of ours, no upstream body")
        .doesNotContain("Exception:", "\tat ", "org.turnpike", "java.", "<html", "error code");
    return problem;
  }

  /** 422, and the one field that is wrong is named. */
  static void assertInvalid(Answer answer, String field) {
    JsonNode problem = assertProblem(answer, 422);
    assertThat(problem.get("errors")).as(answer.text()).hasSize(1);
    assertThat(problem.at("/errors/0/field").asText()).isEqualTo(field);
    assertThat(problem.at("/errors/0/message").asText()).isNotBlank();
  }
}
