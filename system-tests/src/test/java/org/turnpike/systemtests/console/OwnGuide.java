package org.turnpike.systemtests.console;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import java.util.LinkedHashMap;
import java.util.Map;
import org.turnpike.systemtests.world.Person;
import org.turnpike.systemtests.world.TestTenant;
import org.turnpike.systemtests.world.World;

/**
 * A tenant whose credentials live for seconds, and the code of its integration guide as the console
 * shows it.
 *
 * @param snippets by file; those that the guide says are run
 * @param notRun files of those that it says are not
 */
record OwnGuide(
    TestTenant tenant, Person admin, Map<String, String> snippets, Map<String, String> notRun) {
  static final int LIFE = 10;

  static OwnGuide of(World world, String tenantName) {
    TestTenant tenant = TestTenant.added(world, tenantName);
    tenant.createKey("guided");
    world.api().patch("/tenants/" + tenant.id(), Map.of("defaultTtl", LIFE)).expect(200);
    Person admin = tenant.invite("tenant-admin");
    try (Visitor visitor = Visitor.signedIn(world, admin)) {
      Page page = visitor.open("integration.xhtml?tenant=" + tenant.slug());
      return new OwnGuide(
          tenant, admin, shown(page, "run by our tests"), shown(page, "not run by us"));
    }
  }

  /** The key that the guide's code asks with. */
  String apiKey(String scope) {
    return tenant.issueKey(scope).get("key").asText();
  }

  private static Map<String, String> shown(Page page, String state) {
    Map<String, String> code = new LinkedHashMap<>();
    for (Locator figure : page.locator("figure.snippet").all()) {
      if (figure.locator("figcaption span").innerText().endsWith(" · " + state)) {
        code.put(
            figure.locator("figcaption b").innerText(), figure.locator("pre code").textContent());
      }
    }
    return code;
  }
}
