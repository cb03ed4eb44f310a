package org.turnpike.systemtests.console;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.fasterxml.jackson.databind.JsonNode;
import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import java.time.Duration;
import java.util.Map;
import java.util.concurrent.Callable;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.RepeatedTest;
import org.junit.jupiter.api.Test;
import org.turnpike.systemtests.world.Answer;
import org.turnpike.systemtests.world.Api;
import org.turnpike.systemtests.world.Person;
import org.turnpike.systemtests.world.TestTenant;
import org.turnpike.systemtests.world.World;

/**
 * What is revoked in either of the two web applications is felt in both within a second, counted
 * from the answer to whoever revoked it.
 */
class RevocationIsFeltIT {
  private static final Duration FELT = Duration.ofSeconds(1);
  private static final Duration AT_ONCE = Duration.ofMillis(5);

  private static World world;
  private static TestTenant tenant;
  private static Person admin;

  @BeforeAll
  static void tenant() {
    world = World.running();
    tenant = TestTenant.added(world, "Revoking");
    tenant.createKey("production");
    admin = tenant.invite("tenant-admin");
  }

  @RepeatedTest(5)
  void an_api_key_revoked_through_the_api_opens_nothing_and_the_console_says_so() {
    JsonNode key = tenant.issueKey("credentials");
    Api backend = world.api().with(key.get("key").asText());
    try (Visitor visitor = Visitor.signedIn(world, admin)) {
      mint(backend);

      world
          .api()
          .delete("/tenants/" + tenant.id() + "/api-keys/" + key.get("id").asText())
          .expectNothing(204);
      long answered = System.nanoTime();
      Duration felt = felt(answered, () -> ask(backend).status() == 401);

      assertThat(felt).isLessThan(FELT);
      visitor.open("api-keys.xhtml");
      assertThat(row(visitor, key)).containsText("Revoked");
    }
  }

  @RepeatedTest(5)
  void an_api_key_revoked_in_the_console_opens_nothing_at_the_api() {
    JsonNode key = tenant.issueKey("credentials");
    Api backend = world.api().with(key.get("key").asText());
    try (Visitor visitor = Visitor.signedIn(world, admin)) {
      visitor.open("api-keys.xhtml");
      row(visitor, key).getByText("Revoke", EXACTLY).click();
      Locator yes = visitor.dialog().getByText("Revoke", EXACTLY);
      mint(backend);

      visitor.page().waitForResponse(each -> each.url().contains("api-keys"), yes::click);
      long answered = System.nanoTime();
      Duration felt = felt(answered, () -> ask(backend).status() == 401);

      assertThat(felt).isLessThan(FELT);
      assertThat(row(visitor, key)).containsText("Revoked");
    }
  }

  @Test
  void somebody_disabled_through_the_api_is_out_of_the_console() {
    Person leaving =
        Person.invited(world, "leaving@revoking.example", "tenant-viewer", tenant.id());
    try (Visitor visitor = Visitor.signedIn(world, leaving)) {
      visitor.open("overview.xhtml");
      assertThat(visitor.page().url()).contains("overview");

      world.api().post("/users/" + idOf(leaving) + "/disable", Map.of()).expect(200);
      long answered = System.nanoTime();
      Duration felt =
          felt(answered, () -> visitor.fetch("overview.xhtml").url().contains("sign-in"));

      assertThat(felt).isLessThan(FELT);
      visitor.open("overview.xhtml");
      assertThat(visitor.page().url()).contains("sign-in");
    }
  }

  private static final Locator.GetByTextOptions EXACTLY =
      new Locator.GetByTextOptions().setExact(true);

  /** How long it took from then on. */
  private static Duration felt(long then, Callable<Boolean> sign) {
    await().atMost(FELT.multipliedBy(5)).pollDelay(Duration.ZERO).pollInterval(AT_ONCE).until(sign);
    return Duration.ofNanos(System.nanoTime() - then);
  }

  /** Remembered from here on, where the API runs. */
  private static void mint(Api backend) {
    ask(backend).expect(201);
  }

  /** For somebody known, whom no minting keeps waiting. */
  private static Answer ask(Api backend) {
    return backend.post("/ice-servers", Map.of("customIdentifier", "anna"));
  }

  /** By the first characters of the key, which is all that the page knows of it. */
  private static Locator row(Visitor visitor, JsonNode key) {
    String hint = key.get("key").asText().substring(0, 8);
    return visitor.page().locator("tr", new Page.LocatorOptions().setHasText(hint));
  }

  private static String idOf(Person person) {
    return world.api().items("/users").stream()
        .filter(user -> user.get("email").asText().equals(person.email()))
        .map(user -> user.get("id").asText())
        .findFirst()
        .orElseThrow();
  }
}
