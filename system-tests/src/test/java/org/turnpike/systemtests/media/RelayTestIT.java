package org.turnpike.systemtests.media;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.ColorScheme;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.turnpike.systemtests.Installation;
import org.turnpike.systemtests.console.Visitor;
import org.turnpike.systemtests.world.Person;
import org.turnpike.systemtests.world.TestTenant;

/** The relay test, over a relay that has something or nothing wrong with it. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class RelayTestIT {
  private static final int HEALTHY_RUNS = Integer.getInteger("relay.test.runs");

  private RelayedCompany company;

  @BeforeAll
  void found_a_company() throws IOException {
    company = RelayedCompany.founded("Relay Tests", Map.of());
  }

  @AfterAll
  void close() {
    company.close();
  }

  @AfterEach
  void heal() throws Exception {
    restart();
  }

  @Test
  void a_healthy_network_gives_no_alarm_in_run_after_run() {
    for (int run = 1; run <= HEALTHY_RUNS; run++) {
      try (Tester tester = Tester.at(link()).run()) {
        assertThat(outcomes(tester))
            .as("run %d: %s %s", run, tester.verdict(), tester.details())
            .isEqualTo("works works not-tested");
        assertThat(tester.figures("udp"))
            .matches("\\d+ ms there and back · [\\d.]+ % lost · \\d{2,} kbit/s");
        assertThat(tester.verdict())
            .isEqualTo("Calls work from here, on every way that was tested.");
      }
    }
  }

  @Test
  void its_result_reaches_the_tenant_with_no_name_and_no_address() {
    try (Tester tester = Tester.at(link()).run().look("works")) {
      assertThat(tester.sent()).isEqualTo("The result was sent to whoever gave you the link.");
      assertThat(tester.letter()).contains("141.101.90.1/32", "2a06:98c1:3200::1/128");
      assertThat(tester.complaints()).isEmpty();
    }
    JsonNode newest =
        company
            .tenant()
            .api("keys")
            .items("/tenants/" + company.tenant().id() + "/relay-tests")
            .get(0);
    assertThat(newest.get("label").asText()).isEqualTo("Anna");
    assertThat(newest.get("browser").asText()).matches("Chrome \\d+, Linux");
    JsonNode udp = newest.get("legs").get(0);
    assertThat(udp.get("outcome").asText()).isEqualTo("works");
    assertThat(udp.get("kilobitsPerSecond").asInt()).isPositive();
  }

  @Test
  void blocked_udp_is_named() throws Exception {
    restart("--no-udp");
    try (Tester tester = Tester.at(link()).run().look("udp-blocked")) {
      assertThat(outcomes(tester)).as(tester.details()).isEqualTo("blocked works not-tested");
      assertThat(tester.verdict()).contains("not by UDP");
    }
  }

  @Test
  void blocked_tcp_is_named() throws Exception {
    restart("--no-tcp");
    try (Tester tester = Tester.at(link()).run()) {
      assertThat(outcomes(tester)).as(tester.details()).isEqualTo("works blocked not-tested");
      assertThat(tester.verdict()).contains("TCP, the spare way, did not");
    }
  }

  @Test
  void a_credential_that_the_relay_refuses_is_named_and_the_next_test_gets_another()
      throws Exception {
    try (Tester tester = Tester.at(link()).run()) {
      assertThat(outcomes(tester)).as(tester.details()).isEqualTo("works works not-tested");

      company.changeSecret();
      tester.run();
      assertThat(outcomes(tester)).as(tester.details()).isEqualTo("refused refused not-tested");
      assertThat(tester.verdict()).contains("Your network is not the reason");

      tester.run();
      assertThat(outcomes(tester)).as(tester.details()).isEqualTo("works works not-tested");
    }
  }

  @Test
  void one_that_has_expired_is_named() {
    terms(2);
    try (Tester tester = Tester.at(link()).withLateCredential(Duration.ofSeconds(4)).run()) {
      assertThat(outcomes(tester)).as(tester.details()).isEqualTo("expired expired not-tested");
      assertThat(tester.verdict()).contains("Your network is not the reason");
    } finally {
      terms(86_400);
    }
  }

  @Test
  void a_relay_that_is_down_is_told_as_one_that_does_not_answer() throws Exception {
    company.coturn().stop();
    try (Tester tester = Tester.at(link()).run().look("unreachable")) {
      assertThat(outcomes(tester))
          .as(tester.details())
          .isEqualTo("unreachable unreachable not-tested");
      assertThat(tester.verdict()).contains("nothing answers");
    }
  }

  @Test
  void tls_with_an_unknown_ca_is_named() throws Exception {
    try (RelayedCompany encrypted = RelayedCompany.foundedWithTls("Encrypted Relay");
        Tester tester = Tester.at(link(encrypted)).run()) {
      assertThat(outcomes(tester)).as(tester.details()).isEqualTo("works works tls");
      assertThat(tester.verdict()).contains("TLS, the spare way, did not");
    }
  }

  @Test
  void a_link_ends_when_it_is_used_up() {
    try (Tester tester = Tester.at(link(company, 1)).run()) {
      assertThat(tester.verdict()).startsWith("Calls work");
      assertThat(tester.run().verdict()).isEqualTo("This link is used up. Ask for a new one.");
    }
  }

  @Test
  void an_admin_tests_from_the_console_sees_what_was_found_and_withdraws_a_link() {
    Person person = company.tenant().invite("tenant-admin");
    try (Visitor admin = Visitor.signedIn(company.tenant().world(), person)) {
      Page page = admin.open("relay-test.xhtml?tenant=" + company.tenant().slug());
      admin.button("Test from here").click();
      assertThat(admin.dialog().textContent()).contains("The link is shown this once.");
      Page opened = page.waitForPopup(() -> admin.dialog().getByText("Open the test").click());
      assertThat(Tester.in(opened).run().verdict()).startsWith("Calls work");
      opened.close();
      admin.button("Done").click();

      admin.button("Refresh").click();
      Locator found = page.locator("[id$=results_data] > tr").first();
      assertThat(found).containsText("Console");
      assertThat(found.locator(".state")).hasText(new String[] {"Works", "Works", "Not tested"});

      admin.button("New link").click();
      admin.button("Make the link").click();
      assertThat(admin.dialog()).containsText("Say for whom it is");
      admin
          .dialog()
          .getByLabel("For", new Locator.GetByLabelOptions().setExact(true))
          .fill("Ben, ticket 7");
      admin.button("Make the link").click();
      String link = admin.dialog().locator("code").textContent();
      admin.button("Done").click();
      assertThat(open(page, "Console")).containsText("1 of 5");
      assertThat(open(page, "Ben, ticket 7")).containsText("0 of 10");
      look(page, "light");
      page.emulateMedia(new Page.EmulateMediaOptions().setColorScheme(ColorScheme.DARK));
      look(page, "dark");

      open(page, "Ben, ticket 7").getByText("Withdraw").click();
      admin.dialog().getByText("Withdraw", new Locator.GetByTextOptions().setExact(true)).click();
      page.getByText("The link is withdrawn").waitFor();
      assertThat(open(page, "Ben, ticket 7")).hasCount(0);
      assertThat(open(page, "Console")).hasCount(1);
      try (Tester ben = Tester.at(link).run()) {
        assertThat(ben.verdict()).isEqualTo("This link was withdrawn. Ask for a new one.");
      }
      assertThat(admin.complaints()).isEmpty();
    }
  }

  private static Locator open(Page page, String label) {
    return page.locator("[id$=open_data] > tr", new Page.LocatorOptions().setHasText(label));
  }

  private static void look(Page page, String name) {
    Path picture = Installation.screenshots().resolve("tenant-admin-relay-test-" + name + ".png");
    page.screenshot(new Page.ScreenshotOptions().setPath(picture).setFullPage(true));
  }

  private String outcomes(Tester tester) {
    return String.join(
        " ", List.of(tester.outcome("udp"), tester.outcome("tcp"), tester.outcome("tls")));
  }

  private String link() {
    return link(company);
  }

  private static String link(RelayedCompany company) {
    return link(company, 5);
  }

  private static String link(RelayedCompany company, int credentials) {
    TestTenant tenant = company.tenant();
    return tenant
        .api("keys", "credentials")
        .post(
            "/tenants/" + tenant.id() + "/relay-test-links",
            Map.of("label", "Anna", "mostCredentials", credentials))
        .expect(201)
        .get("link")
        .asText();
  }

  /** The longest life that the tenant's credentials may have, in seconds. */
  private void terms(int most) {
    company
        .tenant()
        .world()
        .api()
        .patch("/tenants/" + company.tenant().id(), Map.of("maxTtl", most, "defaultTtl", most))
        .expect(200);
  }

  private void restart(String... options) throws Exception {
    company.coturn().stop();
    company.coturn().start(options);
  }
}
