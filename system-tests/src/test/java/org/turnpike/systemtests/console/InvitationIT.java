package org.turnpike.systemtests.console;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import org.junit.jupiter.api.Test;
import org.turnpike.systemtests.world.World;

/** From an operator's click to a new person's first page. */
class InvitationIT {
  private final World world = World.running();

  @Test
  void an_invited_person_chooses_a_password_and_comes_in() {
    String email = "new@turnpike.example";
    String password = world.secrets().make("password of an invited person", "chosen-");
    String link = invite(email);
    try (Visitor person = Visitor.anonymous(world)) {
      person.page().navigate(link);
      assertThat(person.page().url()).as("the token has left the address").doesNotContain("#");

      choose(person, "too short");
      assertThat(person.page().locator("main")).containsText("12");
      choose(person, password);
      assertThat(person.page().locator("main")).containsText("Your password is set");

      person.signIn(email, password);
      assertThat(person.page().locator("h1")).hasText("Overview");
      assertThat(person.page().locator(".rail")).containsText("Finance");
      assertThat(person.complaints()).isEmpty();
    }
  }

  @Test
  void a_new_password_ends_the_sessions_of_the_one_before() {
    String email = "forgetful@turnpike.example";
    String password = world.secrets().make("password forgotten later", "before-");
    try (Visitor person = Visitor.anonymous(world)) {
      person.page().navigate(invite(email));
      choose(person, " ".repeat(13));
      assertThat(person.page().locator("main")).containsText("more than blanks");
      choose(person, password);
      person.signIn(email, password);
      assertThat(person.page().locator("h1")).hasText("Overview");

      try (Visitor elsewhere = Visitor.anonymous(world)) {
        elsewhere.page().navigate(inviteAgain(email));
        choose(elsewhere, world.secrets().make("password after a new link", "after-"));
        assertThat(elsewhere.page().locator("main")).containsText("Your password is set");
      }

      person.open("statements.xhtml");
      assertThat(person.page().locator("h1")).hasText("Sign in");
    }
  }

  @Test
  void an_invitation_opens_once() {
    String link = invite("once@turnpike.example");
    try (Visitor person = Visitor.anonymous(world)) {
      person.page().navigate(link);
      choose(person, world.secrets().make("password of the first", "first-"));
      assertThat(person.page().locator("main")).containsText("Your password is set");

      person.page().navigate(link);
      choose(person, world.secrets().make("password of a second", "second-"));

      assertThat(person.page().locator("h1")).hasText("Welcome to Turnpike");
      assertThat(person.page().locator(".ui-messages-error, .ui-message-error").first())
          .isVisible();
    }
  }

  /** The link that the dialog shows this once. */
  private String invite(String email) {
    try (Visitor operator = Visitor.signedIn(world, world.operator().person())) {
      operator.open("users.xhtml");
      operator.button("Invite a person").click();
      Locator dialog = operator.dialog();
      dialog.getByLabel("E-mail").fill(email);
      dialog.getByText("Finance: usage, statements, audit").click();
      dialog.getByText("Make the link").click();
      return link(dialog);
    }
  }

  private String inviteAgain(String email) {
    try (Visitor operator = Visitor.signedIn(world, world.operator().person())) {
      operator.open("users.xhtml");
      operator.button("New one-time link for " + email).click();
      return link(operator.dialog());
    }
  }

  private String link(Locator dialog) {
    String link = dialog.locator(".secret code").innerText();
    world.secrets().keep("invitation of the console", link.substring(link.indexOf('#') + 1));
    return link;
  }

  private static void choose(Visitor person, String password) {
    Page page = person.page();
    page.getByLabel("Password", new Page.GetByLabelOptions().setExact(true)).fill(password);
    page.getByLabel("The same again").fill(password);
    person.button("Set password and continue").click();
    page.waitForLoadState();
  }
}
