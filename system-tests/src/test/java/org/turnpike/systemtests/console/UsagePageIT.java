package org.turnpike.systemtests.console;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.microsoft.playwright.Page;
import java.net.URI;
import java.time.Duration;
import java.util.regex.Pattern;
import org.assertj.core.api.SoftAssertions;
import org.junit.jupiter.api.Test;
import org.turnpike.systemtests.world.Neighbours;
import org.turnpike.systemtests.world.World;

/** Usage looked at from every side: what is chosen stays chosen, and stands in the address. */
class UsagePageIT {
  private final World world = World.running();
  private final Neighbours.Household household = Neighbours.of(world).ours();

  @Test
  void it_is_grouped_measured_compared_searched_and_downloaded() {
    await("a break-down")
        .atMost(Duration.ofMinutes(2))
        .until(() -> !household.tenant().usage("groupBy=city").get("brokenDownThrough").isNull());
    try (Visitor admin = Visitor.signedIn(world, household.admin())) {
      Page page = admin.open("usage.xhtml");

      admin.link("7 days").click();
      admin.link("City").click();
      admin.link("Ingress").click();
      admin.link("Compare with the days before").click();

      assertThat(page.locator("#h-chart")).hasText("Ingress by day");
      assertThat(page.locator("main")).containsText("For display, never billed");
      assertThat(page.locator("dl.sum")).containsText(Pattern.compile("% (more|less)|the same"));
      assertThat(page).hasURL(Pattern.compile("groupBy=city&measure=ingress&compare=true"));
      look(admin, "by-city");
      page.getByPlaceholder("City").fill("frankf");
      admin.button("Show").last().click();
      assertThat(page.locator("[id$=keys_data] tr")).hasCount(1);
      assertThat(page.locator("[id$=keys_data]")).containsText("Frankfurt, DE");
      assertThat(admin.download("usage.csv?" + URI.create(page.url()).getRawQuery()))
          .startsWith("start,city,kind,egress_bytes,ingress_bytes")
          .contains("\"Frankfurt, DE\",named,")
          .contains(",Other,other,");

      admin.link("Identifier").click();
      assertThat(page.locator("#h-keys")).hasText("By Identifier");
      look(admin, "by-identifier");
      admin.link("Connections").click();
      assertThat(page.locator("#h-chart")).hasText("Connections by day");
      assertThat(page.locator("main")).containsText("Highest peak");
      assertThat(page.locator("canvas")).isVisible();
      look(admin, "connections");
      assertThat(admin.complaints()).isEmpty();
    }
  }

  private static void look(Visitor admin, String view) {
    SoftAssertions softly = new SoftAssertions();
    EveryPageIT.look(admin, "tenant-admin", "usage-" + view, softly);
    admin.page().setViewportSize(1440, 900);
    softly.assertAll();
  }
}
