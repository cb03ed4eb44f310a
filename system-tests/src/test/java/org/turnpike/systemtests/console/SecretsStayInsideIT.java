package org.turnpike.systemtests.console;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Test;
import org.turnpike.systemtests.world.Api;
import org.turnpike.systemtests.world.DatabaseDump;
import org.turnpike.systemtests.world.Person;
import org.turnpike.systemtests.world.Standalone;
import org.turnpike.systemtests.world.TestTenant;
import org.turnpike.systemtests.world.World;

/**
 * Nothing the product keeps or says holds a secret in clear. Runs last (see
 * junit-platform.properties), so that it looks at all that the other tests left, and makes some of
 * each kind itself.
 */
@Order(Integer.MAX_VALUE)
class SecretsStayInsideIT {
  private static World world;
  private static TestTenant tenant;

  @BeforeAll
  static void use_every_kind_of_secret() {
    world = World.running();
    tenant = TestTenant.added(world, "Discreet");
    tenant.adoptKey("adopted", 100);
    tenant.createKey("created");
    Api backend = tenant.api("credentials");
    backend.post("/ice-servers", Map.of("customIdentifier", "discreet")).expect(201);
    world
        .api()
        .post(
            "/notification-destinations",
            Map.of("kind", "webhook", "name", "Discreet", "url", "http://127.0.0.1:1/hook"))
        .expect(201);
    Person admin = tenant.invite("tenant-admin");
    try (Visitor visitor = Visitor.signedIn(world, admin)) {
      Pages.of("tenant-admin", tenant.slug()).forEach(visitor::open);
    }
    try (Visitor visitor = Visitor.signedIn(world, world.operator().person())) {
      Pages.of("operator", tenant.slug()).forEach(visitor::open);
    }
  }

  @Test
  void not_in_the_database() throws Exception {
    Map<String, String> tables = DatabaseDump.of(Standalone.running().home()).tables();
    assertThat(String.join("\n", tables.values()))
        .as("the dump shows what is no secret")
        .contains(tenant.name(), tenant.account().tag(), "discreet");

    tables.forEach((table, rows) -> world.secrets().search("table " + table, rows));

    assertThat(world.secrets().leaks()).isEmpty();
  }

  @Test
  void not_in_a_log_nor_on_the_terminal() throws Exception {
    List<Path> logs = logs();
    assertThat(logs).hasSizeGreaterThan(2);

    for (Path log : logs) {
      String text = Files.readString(log, StandardCharsets.ISO_8859_1);
      world.secrets().search("log " + log.getFileName(), text);
    }

    assertThat(world.secrets().leaks()).isEmpty();
  }

  @Test
  void not_in_an_answer_nor_on_a_page_after_it_was_shown_once() {
    assertThat(world.secrets().count()).isGreaterThan(10);
    assertThat(world.secrets().leaks()).isEmpty();
  }

  /** The product's, the server's, PostgreSQL's, and what libraries print. */
  private static List<Path> logs() throws IOException {
    try (Stream<Path> files = Files.walk(Standalone.running().home())) {
      return Stream.concat(
              Stream.of(Standalone.running().terminal()),
              files.filter(file -> file.getFileName().toString().matches(".*\\.log(\\..*)?")))
          .toList();
    }
  }
}
