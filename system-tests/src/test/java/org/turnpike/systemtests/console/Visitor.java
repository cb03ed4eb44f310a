package org.turnpike.systemtests.console;

import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.APIResponse;
import com.microsoft.playwright.Browser;
import com.microsoft.playwright.BrowserContext;
import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.Response;
import com.microsoft.playwright.options.AriaRole;
import com.microsoft.playwright.options.ReducedMotion;
import java.util.ArrayList;
import java.util.List;
import org.turnpike.systemtests.world.Chromium;
import org.turnpike.systemtests.world.Person;
import org.turnpike.systemtests.world.World;

/**
 * Somebody at a browser of their own. What the browser complains about is remembered, and every
 * page opened is searched for secrets.
 */
public final class Visitor implements AutoCloseable {
  private final World world;
  private final BrowserContext context;
  private final Page page;
  private final List<String> complaints = new ArrayList<>();

  private Visitor(World world) {
    this.world = world;
    this.context =
        Chromium.running()
            .newContext(
                new Browser.NewContextOptions()
                    .setViewportSize(1440, 900)
                    .setReducedMotion(ReducedMotion.REDUCE));
    this.page = context.newPage();
    page.onConsoleMessage(
        message -> {
          if (List.of("error", "warning").contains(message.type())) {
            complaints.add(page.url() + ": " + message.text());
          }
        });
    page.onPageError(error -> complaints.add(page.url() + ": " + error));
  }

  /** Somebody whom the console does not know yet. */
  public static Visitor anonymous(World world) {
    return new Visitor(world);
  }

  public static Visitor signedIn(World world, Person person) {
    Visitor visitor = new Visitor(world);
    visitor.signIn(person.email(), person.password());
    assertThat(visitor.page.url()).as("signed in as %s", person).doesNotContain("sign-in");
    return visitor;
  }

  /** Fills the sign-in page, whether that leads anywhere or not. */
  void signIn(String email, String password) {
    open("sign-in.xhtml");
    page.getByLabel("E-mail").fill(email);
    page.getByLabel("Password", new Page.GetByLabelOptions().setExact(true)).fill(password);
    button("Sign in").click();
    page.waitForLoadState();
    search();
  }

  /** Opens a page of the console, by its name and query. */
  public Page open(String address) {
    visit(address);
    return page;
  }

  /** The status that a page of the console is answered with. */
  int visit(String address) {
    Response response = page.navigate(world.uri("/console/" + address).toString());
    search();
    return response.status();
  }

  /** The text of a file that the console offers. */
  public String download(String address) {
    APIResponse response = fetch(address);
    assertThat(response.status()).as(address).isEqualTo(200);
    return response.text();
  }

  /** What an address of the console answers, past any page. */
  APIResponse fetch(String address) {
    return context.request().get(world.uri("/console/" + address).toString());
  }

  Page page() {
    return page;
  }

  public Locator button(String name) {
    return page.getByRole(
        AriaRole.BUTTON, new Page.GetByRoleOptions().setName(name).setExact(true));
  }

  Locator link(String name) {
    return page.getByRole(AriaRole.LINK, new Page.GetByRoleOptions().setName(name).setExact(true));
  }

  /** The dialog that is open. */
  public Locator dialog() {
    return page.locator("[role=dialog]:visible, [role=alertdialog]:visible");
  }

  /** Looks whether the page shows a secret that it should not. */
  void search() {
    world.secrets().search("the page " + page.url(), page.content());
  }

  /** Errors and warnings of the browser, refused scripts and styles among them. */
  public List<String> complaints() {
    return complaints;
  }

  @Override
  public void close() {
    context.close();
  }
}
