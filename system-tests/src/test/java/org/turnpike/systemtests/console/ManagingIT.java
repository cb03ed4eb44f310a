package org.turnpike.systemtests.console;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.fasterxml.jackson.databind.JsonNode;
import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import java.time.Duration;
import java.util.Map;
import java.util.regex.Pattern;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.turnpike.systemtests.world.Api;
import org.turnpike.systemtests.world.Person;
import org.turnpike.systemtests.world.TestTenant;
import org.turnpike.systemtests.world.World;

/** What people do at the console takes effect at Cloudflare and at the API. */
class ManagingIT {
  private static final Duration PATIENCE = Duration.ofSeconds(10);

  private static World world;
  private static TestTenant tenant;
  private static Person admin;

  @BeforeAll
  static void tenant() {
    world = World.running();
    tenant = TestTenant.added(world, "Managed");
    tenant.createKey("production");
    admin = tenant.invite("tenant-admin");
  }

  @Test
  void a_turn_key_is_created_at_cloudflare() {
    try (Visitor visitor = Visitor.signedIn(world, admin)) {
      visitor.open("turn-keys.xhtml");
      visitor.button("New TURN key").click();
      visitor.dialog().getByLabel("Name").fill("webinar");
      visitor.dialog().getByText("Create at Cloudflare").click();

      assertThat(row(visitor, "webinar")).containsText("Active");
      assertThat(visitor.complaints()).isEmpty();
    }
    tenant.api("credentials").post("/ice-servers", Map.of()).expect(201);
    assertThat(world.cloudflare().minted(uidOf("webinar"))).isNotEmpty();
  }

  @Test
  void an_api_key_is_shown_once_and_opens_the_api() {
    try (Visitor visitor = Visitor.signedIn(world, admin)) {
      visitor.open("api-keys.xhtml");
      visitor.button("New API key").click();
      visitor.dialog().getByLabel("Name").fill("Console's own");
      visitor.dialog().getByText("Issue", EXACTLY).click();
      String key = visitor.dialog().locator(".secret code").innerText();
      visitor.dialog().getByText("Done").click();
      world.secrets().keep("API key of the console", key);

      world.api().with(key).post("/ice-servers", Map.of()).expect(201);
      visitor.open("api-keys.xhtml");

      assertThat(row(visitor, "Console's own")).containsText("Live");
      assertThat(visitor.page().content()).doesNotContain(key);
      assertThat(visitor.complaints()).isEmpty();
    }
  }

  @Test
  void a_credential_is_found_by_its_identifier_and_revoked() {
    String identifier = "alice <b>\"o'Hara\"</b>";
    TestTenant clinic = TestTenant.added(world, "Clinic");
    TestTenant.TurnKey key = clinic.createKey("production");
    Api backend = clinic.api("credentials");
    backend.post("/ice-servers", Map.of("customIdentifier", identifier)).expect(201);
    backend.post("/ice-servers", Map.of("customIdentifier", "bob")).expect(201);
    try (Visitor visitor = Visitor.signedIn(world, clinic.invite("tenant-admin"))) {
      visitor.open("credentials.xhtml");
      assertThat(row(visitor, "bob")).containsText("Live");

      visitor.page().getByPlaceholder("Identifier, exactly").fill(identifier);
      visitor.page().keyboard().press("Enter");
      assertThat(row(visitor, "bob")).hasCount(0);
      row(visitor, identifier).getByText("Revoke", EXACTLY).click();
      assertThat(visitor.dialog()).containsText("Cloudflare may go on serving this one");
      visitor.dialog().getByText("Revoke", EXACTLY).click();
      assertThat(visitor.page().locator("#growl_container")).containsText("is revoked");
      visitor.button("Show all").click();

      assertThat(row(visitor, identifier)).containsText("Revoked");
      assertThat(row(visitor, identifier).getByText("Revoke", EXACTLY)).hasCount(0);
      assertThat(row(visitor, "bob")).hasCount(0);
      assertThat(visitor.page()).hasURL(Pattern.compile("/credentials\\.xhtml$"));
      assertThat(visitor.complaints()).isEmpty();
    }
    assertThat(world.cloudflare().minted(key.uid()))
        .filteredOn(minted -> minted.hasNonNull("revokedAt"))
        .hasSize(1);
  }

  @Test
  void a_tenant_is_suspended_when_one_confirms_and_not_before() {
    TestTenant suspended = TestTenant.added(world, "Overdue");
    suspended.createKey("production");
    Api backend = suspended.api("credentials");
    try (Visitor operator = Visitor.signedIn(world, world.operator().person())) {
      operator.open("tenants.xhtml");

      row(operator, suspended.name()).getByText("Suspend", EXACTLY).click();
      assertThat(operator.dialog()).containsText("Suspend " + suspended.name() + "?");
      operator.dialog().getByText("Cancel").click();
      assertThat(row(operator, suspended.name())).containsText("Active");
      backend.post("/ice-servers", Map.of()).expect(201);

      row(operator, suspended.name()).getByText("Suspend", EXACTLY).click();
      operator.dialog().getByText("Suspend", EXACTLY).click();
      assertThat(row(operator, suspended.name())).containsText("Suspended");
      await()
          .atMost(PATIENCE)
          .untilAsserted(() -> backend.post("/ice-servers", Map.of()).expect(403));

      row(operator, suspended.name()).getByText("Reactivate").click();
      operator.dialog().getByText("Reactivate", EXACTLY).click();
      assertThat(row(operator, suspended.name())).containsText("Active");
      await()
          .atMost(PATIENCE)
          .untilAsserted(() -> backend.post("/ice-servers", Map.of()).expect(201));
      assertThat(operator.complaints()).isEmpty();
    }
  }

  @Test
  void an_operator_lets_a_tenant_send_its_api_key_in_the_url_and_reads_what_that_risks() {
    TestTenant old = TestTenant.added(world, "Old apps");
    try (Visitor operator = Visitor.signedIn(world, world.operator().person())) {
      operator.open("tenants.xhtml");
      operator.button("Edit " + old.name()).click();
      operator.dialog().getByText("On what terms it gets credentials").click();
      assertThat(operator.dialog()).containsText("Logs of proxies keep URLs");

      operator.dialog().locator("[id='tenant:keyInUrl']").click();
      operator.page().locator("[id='tenant:keyInUrl_items'] li").getByText("Accept").click();
      operator.button("Save").click();
      assertThat(operator.dialog()).hasCount(0);
      assertThat(keyInUrl(old)).isTrue();

      operator.button("Edit " + old.name()).click();
      assertThat(operator.dialog().locator("[id='tenant:keyInUrl_label']")).hasText("Accept");
      operator.button("Save").click();
      assertThat(operator.dialog()).hasCount(0);
      assertThat(keyInUrl(old)).isTrue();
      assertThat(operator.complaints()).isEmpty();
    }
  }

  private static boolean keyInUrl(TestTenant tenant) {
    JsonNode shown = world.api().get("/tenants/" + tenant.id()).expect(200);
    return shown.get("turnRestKeyInUrl").asBoolean();
  }

  private static final Locator.GetByTextOptions EXACTLY =
      new Locator.GetByTextOptions().setExact(true);

  private static Locator row(Visitor visitor, String text) {
    return visitor.page().locator("tr", new Page.LocatorOptions().setHasText(text));
  }

  private static String uidOf(String name) {
    return world.api().items("/tenants/" + tenant.id() + "/turn-keys").stream()
        .filter(key -> key.get("name").asText().equals(name))
        .map(key -> key.get("uid").asText())
        .findFirst()
        .orElseThrow();
  }
}
