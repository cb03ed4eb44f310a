package org.turnpike.systemtests.console;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import java.io.IOException;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.time.YearMonth;
import java.time.ZoneOffset;
import java.time.temporal.ChronoUnit;
import java.util.Map;
import org.assertj.core.api.SoftAssertions;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.turnpike.systemtests.world.OwnPostgres;
import org.turnpike.systemtests.world.Standalone;
import org.turnpike.systemtests.world.TestTenant;
import org.turnpike.systemtests.world.World;

/**
 * An operator sees which usage is in, missing, restated and lost; a tenant sees it of its own, and
 * finance on the statement.
 */
class CollectionPageIT {
  private static World world;
  private static TestTenant whole;
  private static TestTenant behind;
  private static TestTenant holed;
  private static Instant lostFrom;

  @BeforeAll
  static void tenants() throws IOException, SQLException {
    Instant now = Instant.now().truncatedTo(ChronoUnit.HOURS);
    world = World.running();
    whole = tenant("Map whole");
    behind = tenant("Map behind");
    holed = tenant("Map holed");
    world
        .cloudflare()
        .breaks("graphqlErrors", Map.of("target", "graphql", "accountId", behind.account().tag()));
    try (Connection database = OwnPostgres.of(Standalone.running().home()).connect("turnpike")) {
      // As if Turnpike had been away for long enough to lose an afternoon.
      set(
          database,
          """
          INSERT INTO lost_usage SELECT turn_key_id, tenant_id, at - interval '9 hours', at, at
          FROM collection_mark, (SELECT ?::timestamptz AS at) AS lost WHERE tenant_id = '%s'
          """
              .formatted(holed.id()),
          now.minus(Duration.ofHours(20)));
      lostFrom = now.minus(Duration.ofHours(29));
    }
  }

  @AfterAll
  static void heal() {
    world.cloudflare().heal();
  }

  @Test
  void the_map_tells_what_is_in_missing_and_lost() {
    try (Visitor operator = Visitor.signedIn(world, world.operator().person())) {
      Page page = operator.open("collection.xhtml");
      await("a failure to read what is missing")
          .atMost(Duration.ofMinutes(1))
          .pollInterval(Duration.ofSeconds(2))
          .until(
              () -> {
                fallBehind();
                return missing(operator.open("collection.xhtml")) >= 3;
              });

      assertThat(row(page, whole).locator("td.lost")).hasCount(0);
      assertThat(row(page, whole).locator("td.missing")).hasCount(0);
      assertThat(row(page, holed).locator("td.lost")).hasCount(9);
      assertThat(page.locator("dl.sum")).containsText("9 h");
      look(operator, "operator", "collection-holed");
    }
  }

  @Test
  void a_tenant_is_told_on_its_usage() {
    try (Visitor operator = Visitor.signedIn(world, world.operator().person())) {
      Page page = operator.open("usage.xhtml?tenant=" + holed.slug());
      assertThat(page.locator("main")).containsText("lost");
      look(operator, "operator", "usage-holed");
      operator.open("usage.xhtml?tenant=" + behind.slug());
      look(operator, "operator", "usage-behind");
    }
  }

  @Test
  void finance_is_told_on_the_statement() {
    String period = YearMonth.from(lostFrom.atOffset(ZoneOffset.UTC)).toString();
    try (Visitor operator = Visitor.signedIn(world, world.operator().person())) {
      Page page =
          operator.open(
              "statements-period.xhtml?tenant=%s&period=%s".formatted(holed.slug(), period));
      assertThat(page.locator("main")).containsText("hours are lost: Cloudflare forgot them");
      look(operator, "operator", "statements-period-holed");
      operator.open("statements.xhtml?tenant=" + holed.slug());
      assertThat(page.locator("main")).containsText("hours are lost");
      look(operator, "operator", "statements-holed");
    }
  }

  private static TestTenant tenant(String name) {
    TestTenant tenant = TestTenant.added(world, name);
    tenant.adoptKey("production", 900);
    tenant.awaitUsage();
    return tenant;
  }

  /** As if Turnpike had been away since then; a round on its way may move the mark once more. */
  private static void fallBehind() throws IOException, SQLException {
    try (Connection database = OwnPostgres.of(Standalone.running().home()).connect("turnpike")) {
      set(
          database,
          "UPDATE collection_mark SET complete_through = ? WHERE tenant_id = '%s'"
              .formatted(behind.id()),
          Instant.now().truncatedTo(ChronoUnit.HOURS).minus(Duration.ofHours(4)));
    }
  }

  private static int missing(Page page) {
    return row(page, behind).locator("td.missing").count();
  }

  private static Locator row(Page page, TestTenant tenant) {
    return page.locator(".heat tbody tr", new Page.LocatorOptions().setHasText(tenant.name()));
  }

  private static void look(Visitor visitor, String role, String view) {
    SoftAssertions softly = new SoftAssertions();
    EveryPageIT.look(visitor, role, view, softly);
    visitor.page().setViewportSize(1440, 900);
    softly.assertAll();
  }

  private static void set(Connection database, String sql, Instant to) throws SQLException {
    try (PreparedStatement statement = database.prepareStatement(sql)) {
      statement.setObject(1, to.atOffset(ZoneOffset.UTC));
      if (statement.executeUpdate() == 0) {
        throw new IllegalStateException("Nothing was changed by " + sql);
      }
    }
  }
}
