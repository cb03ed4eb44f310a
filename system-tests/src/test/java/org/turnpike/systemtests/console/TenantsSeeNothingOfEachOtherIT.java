package org.turnpike.systemtests.console;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.microsoft.playwright.APIResponse;
import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.Route;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.turnpike.systemtests.world.Neighbours;
import org.turnpike.systemtests.world.World;

/** A tenant's admin at the console, who writes the other tenant's names and ids into everything. */
class TenantsSeeNothingOfEachOtherIT {
  private static final Locator.GetByTextOptions EXACTLY =
      new Locator.GetByTextOptions().setExact(true);

  private final World world = World.running();
  private final Neighbours.Household ours = Neighbours.of(world).ours();
  private final Neighbours.Household other = Neighbours.of(world).other();
  private Visitor admin;

  @BeforeEach
  void sign_in() {
    admin = Visitor.signedIn(world, ours.admin());
  }

  @AfterEach
  void leave() {
    admin.close();
  }

  @Test
  void the_other_tenant_in_the_address_is_not_found() {
    for (String address : Pages.of("tenant-admin", other.tenant().slug())) {
      assertThat(admin.visit(address)).as(address).isEqualTo(404);
      assertNothingOfTheOther(address);
    }
  }

  @Test
  void other_parameters_show_no_more() {
    String us = "tenant=" + ours.tenant().slug();
    for (String address :
        List.of(
            "statements-period.xhtml?" + us + "&period=" + other.tenant().id(),
            "audit.xhtml?" + us + "&text=" + other.tenant().name().replace(" ", "%20"),
            "usage.xhtml?" + us + "&turnKey=" + other.turnKey().id(),
            "turn-keys.xhtml?" + us + "&key=" + other.turnKey().id(),
            "credentials.xhtml?" + us + "&grant=" + other.grantId(),
            "api-keys.xhtml?" + us + "&tenantId=" + other.tenant().id(),
            "minting.xhtml?" + us + "&text=" + other.turnKey().uid(),
            "minting.xhtml?span=week&tenantId=" + other.tenant().id())) {
      assertThat(admin.visit(address)).as(address).isIn(200, 400, 404);
      String shown = admin.page().locator("main").innerText();
      assertThat(shown).as(address).doesNotContain(other.tenant().id(), other.turnKey().uid());
      assertThat(admin.page().locator("table").allInnerTexts().toString())
          .as(address)
          .doesNotContain(other.traces());
    }
  }

  @Test
  void the_tenant_switcher_offers_ones_own_alone() {
    admin.open("overview.xhtml");

    assertThat(admin.page().locator("#tenants a").all())
        .extracting(link -> link.getAttribute("href"))
        .containsExactly("overview.xhtml?tenant=" + ours.tenant().slug());
  }

  @Test
  void pages_of_the_company_are_forbidden() {
    for (String address : Pages.OF_THE_COMPANY) {
      assertThat(admin.visit(address)).as(address).isEqualTo(403);
      assertNothingOfTheOther(address);
    }
  }

  @Test
  void files_hold_ones_own_figures_alone() {
    Stream.of("usage.csv?tenant=", "statement.csv?period=current&tenant=")
        .map(address -> admin.fetch(address + other.tenant().slug()))
        .forEach(
            refused -> {
              assertThat(refused.status()).isEqualTo(404);
              assertThat(refused.text()).doesNotContain(other.traces());
            });
    APIResponse all = admin.fetch("statement.csv?period=current");
    assertThat(all.status()).isEqualTo(200);
    assertThat(all.text()).contains(ours.tenant().name()).doesNotContain(other.traces());
  }

  @Test
  void a_click_with_a_forged_id_revokes_no_api_key_of_the_other() {
    JsonNode key = ours.tenant().issueKey("usage");
    admin.open("api-keys.xhtml?tenant=" + ours.tenant().slug());
    forge(key.get("id").asText(), other.apiKeyId());

    row(key.get("hint").asText()).getByText("Revoke").click();
    admin.dialog().getByText("Revoke", EXACTLY).click();

    assertRefusedOnThePage();
    other.backend().get("/tenants").expect(200);
  }

  @Test
  void a_click_with_a_forged_id_deletes_no_turn_key_of_the_other() {
    admin.open("turn-keys.xhtml?tenant=" + ours.tenant().slug());
    forge(ours.turnKey().id(), other.turnKey().id());

    row(ours.turnKey().uid()).getByText("Delete").click();

    assertRefusedOnThePage();
    assertThat(admin.dialog().innerText()).doesNotContain(other.traces());
    assertThat(world.api().get(turnKeys(other)).expect(200).at("/items/0/state").asText())
        .isEqualTo("active");
  }

  @Test
  void who_holds_the_other_s_credentials_is_not_found() {
    String identifier = other.identifier();
    admin.open("credentials.xhtml?tenant=" + ours.tenant().slug());
    admin.page().getByPlaceholder("Identifier, exactly").fill(identifier);
    admin.page().locator("select.native[name$=which]").selectOption("all");

    admin.button("Search").click();

    admin.page().getByText("No credential fits").waitFor();
    assertThat(admin.page().locator("table").allInnerTexts().toString())
        .doesNotContain(identifier)
        .doesNotContain(other.traces());
  }

  @Test
  void a_click_with_a_forged_id_revokes_no_credential_of_the_other() {
    admin.open("credentials.xhtml?tenant=" + ours.tenant().slug());
    forge(ours.grantId(), other.grantId());

    row(ours.identifier()).getByText("Revoke").click();
    admin.dialog().getByText("Revoke", EXACTLY).click();

    assertRefusedOnThePage();
    assertThat(
            other.backend().get("/credentials?active=true").expect(200).findValuesAsText("grantId"))
        .contains(other.grantId());
  }

  private Locator row(String text) {
    return admin.page().locator("tr", new Page.LocatorOptions().setHasText(text));
  }

  /** From now on whatever the page posts about the one is about the other. */
  private void forge(String sent, String forged) {
    admin
        .page()
        .route(
            url -> url.contains(".xhtml"),
            route -> {
              String body = route.request().postData();
              Route.ResumeOptions options = new Route.ResumeOptions();
              route.resume(
                  body == null ? options : options.setPostData(body.replace(sent, forged)));
            });
  }

  private void assertRefusedOnThePage() {
    admin.page().locator(".ui-messages-error:visible").first().waitFor();
  }

  private static String turnKeys(Neighbours.Household household) {
    return "/tenants/" + household.tenant().id() + "/turn-keys";
  }

  private void assertNothingOfTheOther(String address) {
    String shown = admin.page().content().replace(address, "");
    assertThat(shown).as(address).doesNotContain(other.traces());
  }
}
