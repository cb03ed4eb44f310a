package org.turnpike.systemtests.console;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.AriaRole;
import java.time.Duration;
import org.assertj.core.api.SoftAssertions;
import org.junit.jupiter.api.Test;
import org.turnpike.systemtests.world.Cloudflare;
import org.turnpike.systemtests.world.TestTenant;
import org.turnpike.systemtests.world.World;

/** An operator finds out whose the usage of a key is that was there before Turnpike. */
class UnattributedPageIT {
  private final World world = World.running();

  @Test
  void a_shared_key_is_metered_its_usage_assigned_written_off_and_given_back() {
    TestTenant owner = TestTenant.added(world, "Inbox owner");
    Cloudflare.PlantedKey planted = world.cloudflare().plantKey(owner.account(), "legacy", 200);
    try (Visitor operator = Visitor.signedIn(world, world.operator().person())) {
      Page page = operator.open("unattributed.xhtml");
      operator.button("Meter a shared key").click();
      operator.dialog().getByLabel("Name").fill("Legacy");
      choose(operator, "account", "Inbox owner");
      operator.dialog().getByLabel("Key ID at Cloudflare").fill(planted.uid());
      act(operator, "Meter it");
      assertThat(page.locator("[id$=keys_data]")).containsText("Legacy");
      await("usage of each identifier")
          .atMost(Duration.ofMinutes(3))
          .pollInterval(Duration.ofSeconds(3))
          .until(() -> inbox(operator.open("unattributed.xhtml")).count() == 12);

      page.getByPlaceholder("Identifier").fill("SALES-");
      operator.button("Search").click();
      assertThat(inbox(page)).hasCount(2);
      inbox(page).first().getByText("Assign").click();
      assertThat(operator.dialog()).containsText("Legacy: sales-");
      operator.dialog().getByLabel("Identifiers").fill("sales-*");
      choose(operator, "tenant", "Inbox owner");
      look(operator, "assigning");
      act(operator, "Assign");
      page.getByText("usage of 2 identifiers is Inbox owner’s now").waitFor();
      assertThat(inbox(page)).hasCount(0);

      operator.open("unattributed.xhtml");
      Locator untagged = inbox(page).filter(new Locator.FilterOptions().setHasText("untagged"));
      untagged.getByText("Write off").click();
      act(operator, "Write off");
      assertThat(operator.dialog()).containsText("Give a reason");
      operator.dialog().getByLabel("Reason").fill("A test of our own");
      act(operator, "Write off");
      assertThat(page.locator("[id$=offs_data]")).containsText("A test of our own");
      assertThat(inbox(page)).hasCount(9);

      Locator rule =
          page.locator("[id$=rules_data] tr", new Page.LocatorOptions().setHasText("Inbox owner"));
      rule.getByText("End").click();
      act(operator, "End the rule");
      assertThat(inbox(page)).hasCount(11);
      look(operator, "given-back");
      org.assertj.core.api.Assertions.assertThat(operator.complaints()).isEmpty();
    }
  }

  private static Locator inbox(Page page) {
    return page.locator("[id$=usage_data] tr", new Page.LocatorOptions().setHasText("Legacy"));
  }

  private static void act(Visitor operator, String button) {
    operator
        .dialog()
        .getByRole(AriaRole.BUTTON, new Locator.GetByRoleOptions().setName(button).setExact(true))
        .click();
  }

  private static void choose(Visitor operator, String field, String label) {
    operator.dialog().locator(".ui-selectonemenu[id$=%s]".formatted(field)).click();
    operator
        .page()
        .locator("li.ui-selectonemenu-item:visible", new Page.LocatorOptions().setHasText(label))
        .click();
  }

  private static void look(Visitor operator, String view) {
    SoftAssertions softly = new SoftAssertions();
    EveryPageIT.look(operator, "operator", "unattributed-" + view, softly);
    operator.page().setViewportSize(1440, 900);
    softly.assertAll();
  }
}
