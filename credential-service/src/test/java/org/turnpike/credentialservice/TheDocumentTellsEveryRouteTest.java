package org.turnpike.credentialservice;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import jakarta.ws.rs.HttpMethod;
import jakarta.ws.rs.Path;
import java.io.IOException;
import java.io.InputStream;
import java.lang.reflect.Method;
import java.util.Arrays;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/** Others take the list of routes from the OpenAPI document, so it has to be whole. */
class TheDocumentTellsEveryRouteTest {
  private static JsonNode document;

  @BeforeAll
  static void read() throws IOException {
    try (InputStream json = OpenApiServlet.class.getResourceAsStream("/openapi.json")) {
      document = new ObjectMapper().readTree(json);
    }
  }

  @Test
  void the_routes_of_the_document_are_those_of_the_resources_and_the_servlet() {
    Set<String> routes =
        new RestApplication()
            .getClasses().stream()
                .filter(type -> type.isAnnotationPresent(Path.class))
                .flatMap(TheDocumentTellsEveryRouteTest::routes)
                .collect(Collectors.toCollection(TreeSet::new));
    routes.add("POST /ice-servers");

    assertThat(documented()).isEqualTo(routes);
  }

  @Test
  void every_call_says_which_scope_it_needs_or_that_it_needs_no_key() {
    for (JsonNode path : document.path("paths")) {
      for (JsonNode operation : path) {
        String name = operation.path("operationId").asText();
        boolean open =
            Set.of("acceptInvitation", "mintForRelayTest", "tellRelayTest").contains(name);
        assertThat(operation.path("security").isEmpty()).as(name).isEqualTo(open);
      }
    }
  }

  @Test
  void every_call_tells_its_success_and_that_failures_are_problems() {
    for (JsonNode path : document.path("paths")) {
      for (JsonNode operation : path) {
        assertThat(operation.path("responses").fieldNames())
            .toIterable()
            .as(operation.path("operationId").asText())
            .hasSize(2)
            .contains("default")
            .containsAnyOf("200", "201", "204");
      }
    }
  }

  private static Set<String> documented() {
    Set<String> routes = new TreeSet<>();
    for (Map.Entry<String, JsonNode> path : document.path("paths").properties()) {
      for (Map.Entry<String, JsonNode> operation : path.getValue().properties()) {
        routes.add(operation.getKey().toUpperCase(Locale.ROOT) + " " + path.getKey());
      }
    }
    return routes;
  }

  private static Stream<String> routes(Class<?> resource) {
    String base = resource.getAnnotation(Path.class).value();
    return Arrays.stream(resource.getDeclaredMethods())
        .flatMap(method -> verbs(method).map(verb -> verb + " " + base + below(method)));
  }

  private static Stream<String> verbs(Method method) {
    return Arrays.stream(method.getAnnotations())
        .map(annotation -> annotation.annotationType().getAnnotation(HttpMethod.class))
        .flatMap(Stream::ofNullable)
        .map(HttpMethod::value);
  }

  private static String below(Method method) {
    Path path = method.getAnnotation(Path.class);
    return path == null ? "" : "/" + path.value();
  }
}
