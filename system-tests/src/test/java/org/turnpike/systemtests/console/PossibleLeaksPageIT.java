package org.turnpike.systemtests.console;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import java.io.IOException;
import java.sql.SQLException;
import org.assertj.core.api.SoftAssertions;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.turnpike.systemtests.world.LeakyTenant;
import org.turnpike.systemtests.world.Person;
import org.turnpike.systemtests.world.Standalone;
import org.turnpike.systemtests.world.World;

/** Possible leaks looked at, searched, and dealt with until none is left. */
class PossibleLeaksPageIT {
  private static World world;
  private static LeakyTenant leaky;
  private static Person admin;

  @BeforeAll
  static void leak() throws IOException, SQLException {
    world = World.running();
    leaky = LeakyTenant.of(Standalone.running(), "Leaky Windows");
    admin = leaky.tenant().invite("tenant-admin");
    leaky.awaitLeaks(4);
  }

  @Test
  void a_person_is_led_there_looks_searches_revokes_and_dismisses() {
    try (Visitor visitor = Visitor.signedIn(world, admin)) {
      Page page = visitor.open("overview.xhtml?tenant=" + leaky.tenant().slug());
      visitor.link("See what and why").click();
      assertThat(page.locator("h1")).hasText("Possible leaks");
      assertThat(page.locator(".sum")).containsText("50.013");
      assertThat(rows(page)).hasCount(4);
      assertThat(rows(page).first()).containsText("Too much for one");
      org.assertj.core.api.Assertions.assertThat(page.content())
          .contains(LeakyTenant.NOBODY_S.substring(0, 8) + "…")
          .doesNotContain(LeakyTenant.NOBODY_S);
      look(visitor, "tenant-admin", "possible-leaks-open");

      row(page, "Too much for one").locator(".ui-row-toggler").click();
      assertThat(page.locator(".evidence")).containsText("100 Mbit/s");
      assertThat(page.locator(".facts")).containsText("passed-around, through the API key Test");
      assertThat(page.locator(".facts")).containsText(leaky.username("passed-around"));
      page.locator(".facts summary").click();
      assertThat(page.locator(".facts pre")).containsText("TurnUsageByUsername");
      look(visitor, "tenant-admin", "possible-leaks-evidence");

      row(page, "Too much for one").getByText("Revoke").click();
      visitor.dialog().getByText("Revoke", new Locator.GetByTextOptions().setExact(true)).click();
      page.getByText("The credential is revoked").waitFor();
      assertThat(row(page, "Too much for one").getByText("Revoke")).hasCount(0);

      page.getByPlaceholder("Username, TURN key").fill(LeakyTenant.NOBODY_S);
      visitor.button("Search").click();
      assertThat(rows(page)).hasCount(1);
      page.getByPlaceholder("Username, TURN key").fill("");
      page.locator("select[name$=order]").selectOption("newest");
      visitor.button("Search").click();
      assertThat(rows(page)).hasCount(4);
      assertThat(rows(page).last()).containsText("Never issued");

      for (int left = 3; left >= 0; left--) {
        rows(page).first().getByText("Dismiss").click();
        visitor.button("Dismiss it").click();
        assertThat(visitor.dialog()).containsText("Say why");
        if (left == 3) {
          look(visitor, "tenant-admin", "possible-leaks-dismissing");
        }
        visitor.dialog().locator("textarea").fill("A test of ours");
        visitor.button("Dismiss it").click();
        assertThat(page.locator(".sum .tile").first()).containsText(Integer.toString(left));
      }
      assertThat(page.locator("main")).containsText("No possible leak is open");
      look(visitor, "tenant-admin", "possible-leaks-none");
      page.locator("select[name$=state]").selectOption("dismissed");
      visitor.button("Search").click();
      assertThat(rows(page)).hasCount(4);
      rows(page).first().locator(".ui-row-toggler").click();
      assertThat(page.locator(".facts")).containsText("A test of ours");
      assertThat(visitor.complaints()).isEmpty();
    }
  }

  private static Locator rows(Page page) {
    return page.locator("[id$=leaks_data] > tr[data-ri]");
  }

  private static Locator row(Page page, String text) {
    return page.locator(
        "[id$=leaks_data] > tr[data-ri]", new Page.LocatorOptions().setHasText(text));
  }

  private static void look(Visitor visitor, String role, String view) {
    SoftAssertions softly = new SoftAssertions();
    EveryPageIT.look(visitor, role, view, softly);
    visitor.page().setViewportSize(1440, 900);
    softly.assertAll();
  }
}
