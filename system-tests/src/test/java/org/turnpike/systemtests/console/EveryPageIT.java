package org.turnpike.systemtests.console;

import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.ColorScheme;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Stream;
import org.assertj.core.api.SoftAssertions;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.turnpike.systemtests.Installation;
import org.turnpike.systemtests.world.Neighbours;
import org.turnpike.systemtests.world.Person;
import org.turnpike.systemtests.world.TestTenant;
import org.turnpike.systemtests.world.World;

/**
 * Every page of every role, wide and light, narrow and dark: no complaint of the browser, one
 * heading, nothing that sticks out, nothing to act on that is cut off. The pictures are for people
 * to look at.
 */
class EveryPageIT {
  /** Each width in a theme of its own: both are looked at, and each picture takes a second. */
  private static final Map<Integer, ColorScheme> THEMES =
      Map.of(1440, ColorScheme.LIGHT, 390, ColorScheme.DARK);

  private static final int HEIGHT = 900;

  /** No word of it ends anywhere. */
  private static final String LONGEST = "guest-" + "0123456789abcdef".repeat(15);

  /** What one can act on, and some frame around it cuts off at its right. */
  private static final String CUT_OFF =
      """
      () => [...document.querySelectorAll('.page a, .page button, .page input, .page select')]
        .filter(each => {
          const box = each.getBoundingClientRect();
          let edge = innerWidth;
          for (let frame = each.parentElement; frame; frame = frame.parentElement) {
            if (getComputedStyle(frame).overflowX !== 'visible') {
              edge = Math.min(edge, frame.getBoundingClientRect().right);
            }
          }
          return box.width > 1 && box.right > edge + 1;
        })
        .map(each => each.innerText || each.name)
      """;

  private static World world;
  private static TestTenant tenant;
  private static List<Person> people;

  @BeforeAll
  static void people() {
    world = World.running();
    Neighbours.Household household = Neighbours.of(world).ours();
    tenant = household.tenant();
    household.backend().post("/ice-servers", Map.of("customIdentifier", LONGEST)).expect(201);
    people =
        List.of(
            world.operator().person(),
            Person.invited(world, "finance@turnpike.example", "finance", null),
            household.admin(),
            tenant.invite("tenant-viewer"));
  }

  static Stream<Person> roles() {
    return people.stream();
  }

  @ParameterizedTest
  @MethodSource("roles")
  void a_page_of(Person person) {
    List<String> pages = Pages.of(person.role(), tenant.slug());
    List<String> names = pages.stream().map(Pages::name).toList();
    SoftAssertions softly = new SoftAssertions();
    try (Visitor visitor = Visitor.signedIn(world, person)) {
      for (String address : pages) {
        softly.assertThat(visitor.visit(address)).as(address).isEqualTo(200);
        softly.assertThat(railOf(visitor.page())).as("rail of %s", address).isSubsetOf(names);
        look(visitor, person.role(), Pages.name(address), softly);
      }
      softly.assertThat(visitor.complaints()).isEmpty();
    }
    softly.assertAll();
  }

  @Test
  void a_page_before_the_gate() {
    SoftAssertions softly = new SoftAssertions();
    try (Visitor visitor = Visitor.anonymous(world)) {
      for (String address : Pages.PUBLIC) {
        softly.assertThat(visitor.visit(address)).as(address).isEqualTo(200);
        look(visitor, "nobody", Pages.name(address), softly);
      }
      softly.assertThat(visitor.complaints()).isEmpty();
    }
    softly.assertAll();
  }

  /** Names of the pages that the rail leads to: a new one has to go into the table of pages. */
  private static List<String> railOf(Page page) {
    return page.locator("nav[aria-label=Main] a").all().stream()
        .map(link -> Pages.name(link.getAttribute("href")))
        .toList();
  }

  static void look(Visitor visitor, String role, String name, SoftAssertions softly) {
    Page page = visitor.page();
    softly.assertThat(page.locator("h1").count()).as("h1 of %s", name).isEqualTo(1);
    for (int width : THEMES.keySet()) {
      ColorScheme theme = THEMES.get(width);
      page.setViewportSize(width, HEIGHT);
      page.emulateMedia(new Page.EmulateMediaOptions().setColorScheme(theme));
      page.screenshot(
          new Page.ScreenshotOptions()
              .setFullPage(true)
              .setPath(picture(role, name, theme, width)));
      softly
          .assertThat(page.evaluate("document.documentElement.scrollWidth <= innerWidth"))
          .as("nothing sticks out of %s at %s", name, width)
          .isEqualTo(true);
      softly
          .assertThat((List<?>) page.evaluate(CUT_OFF))
          .as("cut off on %s at %s", name, width)
          .isEmpty();
    }
  }

  private static Path picture(String role, String name, ColorScheme theme, int width) {
    return Installation.screenshots()
        .resolve("%s-%s-%s-%d.png".formatted(role, name, theme, width).toLowerCase(Locale.ROOT));
  }
}
