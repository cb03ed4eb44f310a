package org.turnpike.systemtests.api;

import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.params.provider.Arguments.arguments;

import java.net.http.HttpRequest.BodyPublishers;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.turnpike.systemtests.world.Answer;
import org.turnpike.systemtests.world.Api;
import org.turnpike.systemtests.world.TestTenant;
import org.turnpike.systemtests.world.World;

/** Whatever is sent, the answer is a problem that says what to change; never a 500. */
class BadInputIT {
  private static final String MINTING = "/ice-servers";

  private static World world;
  private static TestTenant tenant;
  private static Api backend;

  @BeforeAll
  static void tenant() {
    world = World.running();
    tenant = TestTenant.added(world, "Bad Input");
    tenant.createKey("production");
    backend = tenant.api("credentials");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {"0", "-1", "172801", "\"x\"", "\"3600\"", "1e99", "1.5", "99999999999", "true"})
  void a_ttl_that_is_none(String ttl) {
    Problems.assertInvalid(mint("{\"ttl\":" + ttl + "}"), "ttl");
  }

  static Stream<Arguments> identifiers() {
    return Stream.of(
        arguments("empty", ""),
        arguments("blank", "   "),
        arguments("too long", "x".repeat(256)),
        arguments("a NUL", "dr\\u0000jones"),
        arguments("a line break", "dr\\njones"),
        arguments("half a character", "dr\\ud83d"));
  }

  @ParameterizedTest(name = "{0}")
  @MethodSource("identifiers")
  void an_identifier_that_is_none(String why, String identifier) {
    Problems.assertInvalid(
        mint("{\"customIdentifier\":\"" + identifier + "\"}"), "customIdentifier");
  }

  @Test
  void an_identifier_of_a_megabyte() {
    Problems.assertProblem(mint("{\"customIdentifier\":\"" + "x".repeat(1_000_000) + "\"}"), 413);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '`',
      value = {
        "{\"ttl\":3600,\"tll\":3600} | tll",
        "{\"transports\":[\"sctp\"]} | transports",
        "{\"transports\":[]} | transports",
        "{\"maxUrls\":0} | maxUrls"
      })
  void a_field_that_is_unknown_or_a_value_nobody_offers(String body, String field) {
    Problems.assertInvalid(mint(body), field);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "",
        "{\"ttl\":",
        "{'ttl':1}",
        "{\"ttl\":1}{\"ttl\":2}",
        "{\"ttl\":1,\"ttl\":2}",
        "nonsense"
      })
  void a_body_that_is_no_json(String body) {
    Problems.assertProblem(mint(body), 400);
  }

  @Test
  void json_nested_ten_thousand_deep() {
    Problems.assertProblem(mint("[".repeat(10_000)), 400);
  }

  @Test
  void a_body_that_is_not_utf8() {
    byte[] latin = "{\"customIdentifier\":\"Jürgen\"}".getBytes(ISO_8859_1);

    Problems.assertProblem(
        backend.send(backend.request(MINTING).POST(BodyPublishers.ofByteArray(latin))), 400);
  }

  @ParameterizedTest
  @ValueSource(strings = {"[]", "\"text\"", "null", "7"})
  void json_that_is_no_object(String body) {
    Problems.assertProblem(mint(body), 422);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "text/plain",
        "application/x-www-form-urlencoded",
        "application/json; charset=ISO-8859-1"
      })
  void a_type_of_body_that_is_not_understood(String type) {
    Problems.assertProblem(
        backend.send(
            backend
                .request(MINTING)
                .setHeader("Content-Type", type)
                .POST(BodyPublishers.ofString("{}"))),
        415);
  }

  @Test
  void a_method_that_the_address_does_not_know() {
    Answer answer = backend.get(MINTING);

    Problems.assertProblem(answer, 405);
    assertThat(answer.header("Allow")).hasValue("POST");
  }

  @ParameterizedTest
  @ValueSource(strings = {"/nothing", "/tenants/not-an-id", "/statements"})
  void an_address_where_nothing_is(String path) {
    Problems.assertProblem(world.api().get(path), 404);
  }

  @ParameterizedTest
  @CsvSource({
    "/tenants?limit=0, limit",
    "/tenants?limit=1000000, limit",
    "/tenants?limit=x, limit",
    "/tenants?cursor=x, cursor",
    "/credentials?active=perhaps, active",
    "/credentials?customIdentifier=%00, customIdentifier",
    "/audit?from=yesterday, from",
    "/audit?q=%00, q",
    "/statements/2026-13, period",
    "/statements/current?format=pdf, format",
    "/tenants/{tenant}/usage?granularity=minute, granularity",
    "/tenants/{tenant}/usage?timeZone=Mars, timeZone",
    "/tenants/{tenant}/usage?from=2026-11-01, from",
    "/tenants/{tenant}/usage?groupBy=password, groupBy",
    "/tenants/{tenant}/ledger?to=9999999-01-01T00:00:00Z, to"
  })
  void a_question_that_is_none(String path, String field) {
    Problems.assertInvalid(world.api().get(path.replace("{tenant}", tenant.id())), field);
  }

  @Test
  void a_span_that_ends_before_it_begins() {
    String span = "from=2026-11-02T00:00:00Z&to=2026-11-01T00:00:00Z";

    Problems.assertProblem(world.api().get("/tenants/" + tenant.id() + "/usage?" + span), 422);
  }

  /** What holds for the hot path holds for every other body that the API reads. */
  @TestFactory
  Stream<DynamicTest> every_body_is_read_as_strictly() {
    return OpenApi.of(world).operations().stream()
        .filter(OpenApi.Operation::readsBody)
        .map(operation -> DynamicTest.dynamicTest(operation.toString(), () -> strict(operation)));
  }

  private static void strict(OpenApi.Operation operation) {
    String path = operation.path(Map.of());
    Api caller = operation.is("POST /ice-servers") ? backend : world.api();
    Problems.assertProblem(send(caller, operation, path, "application/json", ""), 400);
    Problems.assertProblem(send(caller, operation, path, "application/json", "{"), 400);
    Problems.assertProblem(send(caller, operation, path, "text/plain", "{}"), 415);
    Problems.assertInvalid(
        send(caller, operation, path, "application/json", "{\"surprise\":1}"), "surprise");
  }

  private static Answer send(
      Api caller, OpenApi.Operation operation, String path, String type, String body) {
    return caller.send(
        caller
            .request(path)
            .setHeader("Content-Type", type)
            .method(operation.method(), BodyPublishers.ofString(body)));
  }

  private static Answer mint(String body) {
    return backend.send(backend.request(MINTING).POST(BodyPublishers.ofString(body)));
  }
}
