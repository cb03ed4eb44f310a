package org.turnpike.systemtests.console;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.microsoft.playwright.Page;
import java.time.YearMonth;
import java.time.ZoneOffset;
import java.util.List;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.turnpike.systemtests.world.Neighbours;
import org.turnpike.systemtests.world.World;

/** How people come in, what they see first, and how they leave. */
class ConsoleIT {
  private final World world = World.running();
  private final Neighbours.Household household = Neighbours.of(world).ours();

  @Test
  void a_tenant_admin_sees_usage_and_cost_first() {
    YearMonth last = YearMonth.now(ZoneOffset.UTC).minusMonths(1);
    JsonNode statement = household.tenant().statement(last.toString());
    try (Visitor admin = Visitor.signedIn(world, household.admin())) {
      Page page = admin.page();

      assertThat(page).hasURL(Pattern.compile("/overview\\.xhtml"));
      assertThat(page.getByText("Relayed this period")).isVisible();
      assertThat(page.locator(".figure").first()).hasText(Pattern.compile("[0-9,.]+ GB egress"));
      assertThat(page.getByText("Cost so far")).isVisible();
      assertThat(page.locator("main"))
          .containsText("last period $" + statement.at("/amount/amount").asText());
    }
  }

  @Test
  void a_statement_shows_the_arithmetic_that_leads_to_its_amount() {
    YearMonth last = YearMonth.now(ZoneOffset.UTC).minusMonths(1);
    JsonNode statement = household.tenant().statement(last.toString());
    try (Visitor admin = Visitor.signedIn(world, household.admin())) {
      Page page = admin.open("statements.xhtml");
      page.locator("main table a").nth(1).click();

      assertThat(page.locator("h1")).containsText(String.valueOf(last.getYear()));
      assertThat(page.locator("table.sums"))
          .containsText("$" + statement.at("/amount/amount").asText());
      assertThat(page.locator("table.sums"))
          .containsText("%,d bytes".formatted(statement.get("egressBytes").asLong()));
    }
  }

  @Test
  void a_wrong_password_is_refused_as_an_unknown_address_is() {
    try (Visitor stranger = Visitor.anonymous(world)) {
      stranger.signIn(household.admin().email(), "not-the-password-of-anybody");
      String wrongPassword = stranger.page().locator(".ui-messages-error").innerText();
      stranger.signIn("nobody@turnpike.example", "not-the-password-of-anybody");
      String unknownAddress = stranger.page().locator(".ui-messages-error").innerText();

      assertThat(wrongPassword).contains("do not go together").isEqualTo(unknownAddress);
      assertThat(stranger.fetch("overview.xhtml").url()).contains("sign-in");
    }
  }

  @Test
  void whoever_is_not_signed_in_is_led_back_to_where_they_wanted_to_go() {
    try (Visitor visitor = Visitor.anonymous(world)) {
      Page page = visitor.open("usage.xhtml?tenant=" + household.tenant().slug());
      assertThat(page).hasURL(Pattern.compile("sign-in"));
      page.getByLabel("E-mail").fill(household.admin().email());
      page.getByLabel("Password", new Page.GetByLabelOptions().setExact(true))
          .fill(household.admin().password());
      visitor.button("Sign in").click();

      assertThat(page.locator("h1")).hasText("Usage");
    }
  }

  @Test
  void days_without_usage_are_refused_with_those_there_are() {
    try (Visitor admin = Visitor.signedIn(world, household.admin())) {
      for (String day : List.of("0001-01-01", "1900-01-01", "%2B999999999-12-31")) {
        assertThat(admin.visit("usage.xhtml?through=" + day)).as(day).isEqualTo(400);
        assertThat(admin.page().locator("main")).containsText("Choose a day from 2020-01-01");
        assertThat(admin.visit("audit.xhtml?from=" + day)).as(day).isEqualTo(400);
      }
      admin.page().getByText("Open the page afresh").click();
      assertThat(admin.page().locator("h1")).hasText("Audit");
    }
  }

  @Test
  void a_range_too_long_for_days_is_shown_by_month() {
    try (Visitor admin = Visitor.signedIn(world, household.admin())) {
      admin.open("usage.xhtml?from=2020-01-01&granularity=day&zone=Etc/GMT%2B5");

      assertThat(admin.page().locator("#h-chart")).hasText("Egress by month");
      assertThat(admin.page().locator("main")).containsText("holds 366 days at most");
      admin.link("7 days").click();
      assertThat(admin.page().locator(".sub").first()).containsText("Etc/GMT+5");
    }
  }

  @Test
  void signing_out_ends_the_session() {
    try (Visitor admin = Visitor.signedIn(world, household.admin())) {
      admin.page().locator("[popovertarget=me]").click();
      admin.page().getByText("Sign out").click();
      assertThat(admin.page().locator("h1")).hasText("Sign in");

      admin.open("overview.xhtml");

      assertThat(admin.page().locator("h1")).hasText("Sign in");
      assertThat(admin.complaints()).isEmpty();
    }
  }

  @Test
  void a_theme_once_chosen_stays() {
    try (Visitor admin = Visitor.signedIn(world, household.admin())) {
      admin.page().locator("[popovertarget=me]").click();
      admin.button("Dark").click();

      admin.open("usage.xhtml");

      assertThat(admin.page().locator("html")).hasAttribute("data-theme", "dark");
    }
  }

  @Test
  void a_chart_can_be_read_as_a_table() {
    try (Visitor admin = Visitor.signedIn(world, household.admin())) {
      Page page = admin.open("usage.xhtml");
      assertThat(page.locator("canvas")).isVisible();

      admin.button("Show as table").click();

      assertThat(page.locator(".as-table tbody tr").first()).isVisible();
      assertThat(page.locator("canvas")).isHidden();
    }
  }
}
