package org.turnpike.systemtests.api;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.http.HttpRequest.BodyPublishers;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.turnpike.systemtests.world.Answer;
import org.turnpike.systemtests.world.Api;
import org.turnpike.systemtests.world.ReportingBrowser;
import org.turnpike.systemtests.world.TestTenant;
import org.turnpike.systemtests.world.World;

/** Pages of other origins may report on calls and load the client modules, and nothing else. */
class CrossOriginIT {
  private static final String ORIGIN = "https://meeting.example";
  private static final String ALLOWED = "Access-Control-Allow-Origin";

  private static World world;
  private static TestTenant tenant;
  private static Api root;

  @BeforeAll
  static void tenant() {
    world = World.running();
    tenant = TestTenant.added(world, "Cross origin");
    tenant.createKey("production");
    tenant.takeReports(true);
    root = new Api(world.uri("/"), world.secrets(), null);
  }

  @Test
  void a_browser_that_asks_before_it_reports_is_let_through() {
    Answer answer = asked("api/relay-reports");

    answer.expectNothing(204);
    assertThat(answer.header(ALLOWED)).contains("*");
    assertThat(answer.header("Access-Control-Allow-Methods")).contains("POST");
    assertThat(answer.header("Access-Control-Allow-Headers"))
        .contains("Authorization, Content-Type");
    assertThat(answer.header("Access-Control-Allow-Credentials")).isEmpty();
  }

  @Test
  void it_may_read_how_its_report_was_taken() {
    Answer answer =
        ReportingBrowser.of(world, tenant.api("credentials")).report(ReportingBrowser.relayed());

    answer.expectNothing(204);
    assertThat(answer.header(ALLOWED)).contains("*");
    assertThat(answer.header("Access-Control-Allow-Credentials")).isEmpty();
  }

  @Test
  void no_other_address_says_anything_to_other_origins() {
    for (String path :
        List.of(
            "api/v1/ice-servers",
            "api/v1/tenants",
            "api/v1/tenants/" + tenant.id() + "/relay-quality",
            "api/turn",
            "api/cloudflare/v1/turn/keys/x/credentials/generate",
            "api/health/live",
            "api/metrics",
            "api/openapi",
            "api/relay-reports/x",
            "api/nothing",
            "console/sign-in.xhtml",
            "console/relay-quality.csv")) {
      assertSilent(asked(path));
      assertSilent(root.send(root.request(path).header("Origin", ORIGIN).GET()));
    }
    Api backend = tenant.api("credentials");
    assertSilent(
        backend.send(
            backend
                .request("/ice-servers")
                .header("Origin", ORIGIN)
                .POST(BodyPublishers.ofString("{}"))));
    assertSilent(backend.post("/ice-servers", Map.of()));
  }

  private static Answer asked(String path) {
    return root.send(
        root.request(path)
            .header("Origin", ORIGIN)
            .header("Access-Control-Request-Method", "POST")
            .header("Access-Control-Request-Headers", "authorization,content-type")
            .method("OPTIONS", BodyPublishers.noBody()));
  }

  private static void assertSilent(Answer answer) {
    assertThat(answer.headers().map().keySet())
        .as(answer.call() + " " + answer.status())
        .noneMatch(name -> name.toLowerCase(Locale.ROOT).startsWith("access-control-"));
  }
}
