package org.turnpike.systemtests.console;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import java.net.URI;
import java.util.Map;
import java.util.regex.Pattern;
import org.assertj.core.api.SoftAssertions;
import org.junit.jupiter.api.Test;
import org.turnpike.systemtests.world.Api;
import org.turnpike.systemtests.world.ReportingBrowser;
import org.turnpike.systemtests.world.TestTenant;
import org.turnpike.systemtests.world.World;

/**
 * How calls fared, as a tenant's people see it: before the switch, before the first call, after.
 */
class RelayQualityPageIT {
  private final World world = World.running();

  @Test
  void an_operator_is_led_to_the_switch_and_a_viewer_sees_how_calls_fared() {
    TestTenant tenant = TestTenant.added(world, "Aspen Clinics");
    tenant.createKey("production");
    try (Visitor operator = Visitor.signedIn(world, world.operator().person())) {
      Page page = operator.open("relay-quality.xhtml?tenant=" + tenant.slug());
      assertThat(page.locator("main")).containsText("Relay reports are off");
      assertThat(page.locator(".snippet"))
          .containsText(world.uri("/api/turnpike-reports.js").toString());
      look(operator, "off");
      operator.link("Go to Tenants").click();
      operator.page().getByText("Edit", new Page.GetByTextOptions().setExact(true)).click();
      operator.dialog().locator("summary").click();
      look(operator, "switch");
      operator.dialog().locator("[id$=relayReports]").click();
      page.locator(".ui-selectonemenu-item:visible", text("Take")).click();
      operator.button("Save").click();
      page.getByText("Aspen Clinics is saved").waitFor();
      assertThat(operator.complaints()).isEmpty();
    }
    tenant.takeReports(true); // changes nothing, and waits until it is felt
    try (Visitor viewer = Visitor.signedIn(world, tenant.invite("tenant-viewer"))) {
      Page page = viewer.open("relay-quality.xhtml");
      assertThat(page.locator("main")).containsText("No call was reported in these days");
      look(viewer, "none");
      report(tenant);

      viewer.link("7 days").click();

      assertThat(page.locator(".figure")).hasText("80 % of calls");
      assertThat(tile(page, "Round trip")).containsText("45 ms");
      assertThat(tile(page, "Packet loss")).containsText("1.20 %");
      assertThat(tile(page, "Failed joins")).containsText("38 % of those who tried");
      assertThat(rows(page, "paths").first()).containsText("Relayed, UDP");
      assertThat(rows(page, "paths").last()).containsText("Direct, UDP");
      assertThat(rows(page, "countries").first()).containsText("Germany");
      assertThat(rows(page, "limits").last()).hasText(Pattern.compile("Throughput.*50 Mbit/s.*1$"));
      assertThat(rows(page, "failures").last())
          .hasText(Pattern.compile("Took longer than the app waits.*2$"));
      assertThat(page.locator(".stamp")).containsText("Told by browsers, not billed");
      assertThat(viewer.download("relay-quality.csv?" + URI.create(page.url()).getRawQuery()))
          .startsWith("by,name,calls,relayed,round_trip_median_ms")
          .contains("all,,5,4,45.0,")
          .contains("country,DE,2,2,")
          .contains("failed,Took longer than the app waits,2");
      look(viewer, "told");
      assertThat(viewer.complaints()).isEmpty();
    }
  }

  private void report(TestTenant tenant) {
    Api backend = tenant.api("credentials");
    ReportingBrowser browser = ReportingBrowser.of(world, backend);
    Map<String, Object> german = Map.of("country", "DE");
    browser.report(ReportingBrowser.with(ReportingBrowser.relayed(), german)).expectNothing(204);
    browser
        .report(
            ReportingBrowser.with(
                ReportingBrowser.with(ReportingBrowser.relayed(), german),
                Map.of("roundTripMs", 45)))
        .expectNothing(204);
    browser
        .report(
            ReportingBrowser.with(
                ReportingBrowser.relayed(), Map.of("transport", "tls", "roundTripMs", 130)))
        .expectNothing(204);
    browser
        .report(
            ReportingBrowser.with(
                ReportingBrowser.relayed(),
                Map.of("country", "FR", "peakBitsPerSecond", 48_000_000, "packetsLost", 300)))
        .expectNothing(204);
    browser
        .report(
            ReportingBrowser.with(
                ReportingBrowser.direct(), Map.of("country", "PT", "roundTripMs", 90)))
        .expectNothing(204);
    for (String why : new String[] {"timeout", "timeout", "no-relay-candidate"}) {
      browser.report(ReportingBrowser.failed(why)).expectNothing(204);
    }
  }

  private static Locator tile(Page page, String label) {
    return page.locator(".tile", text(label));
  }

  private static Locator rows(Page page, String table) {
    return page.locator("[id$=" + table + "_data] > tr");
  }

  private static Page.LocatorOptions text(String text) {
    return new Page.LocatorOptions().setHasText(text);
  }

  private static void look(Visitor visitor, String view) {
    SoftAssertions softly = new SoftAssertions();
    EveryPageIT.look(visitor, "tenant", "relay-quality-" + view, softly);
    visitor.page().setViewportSize(1440, 900);
    softly.assertAll();
  }
}
