package org.turnpike.systemtests.console;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.fasterxml.jackson.databind.JsonNode;
import com.microsoft.playwright.BrowserContext;
import com.microsoft.playwright.Page;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.turnpike.systemtests.world.Chromium;
import org.turnpike.systemtests.world.ReportingBrowser;
import org.turnpike.systemtests.world.TestTenant;
import org.turnpike.systemtests.world.World;

/** The module as a meeting app of another origin uses it, in Chromium, with a call that runs. */
class ReportsOfARealBrowserIT {
  /** Two connections of one page; a message crosses before anything is measured. */
  private static final String CALL =
      """
      const { TurnpikeReports } = await import(module);
      // Whoever may use the microphone may name addresses; else they are names that nothing here resolves.
      const media = await navigator.mediaDevices.getUserMedia({ audio: true });
      const [a, b] = [new RTCPeerConnection(), new RTCPeerConnection()];
      a.onicecandidate = ({ candidate }) => b.addIceCandidate(candidate);
      b.onicecandidate = ({ candidate }) => a.addIceCandidate(candidate);
      media.getTracks().forEach((track) => a.addTrack(track, media));
      const channel = a.createDataChannel('talk');
      const heard = new Promise((resolve) => {
        b.ondatachannel = (event) => (event.channel.onmessage = resolve);
      });
      channel.onopen = () => channel.send('hello');
      await a.setLocalDescription();
      await b.setRemoteDescription(a.localDescription);
      await b.setLocalDescription();
      await a.setRemoteDescription(b.localDescription);
      await heard;
      const reports = new TurnpikeReports({ relayReports, country: 'PT' });
      """;

  private final World world = World.running();
  private TestTenant tenant;
  private HttpServer app;
  private BrowserContext context;
  private Page page;
  private String errors = "";

  @BeforeEach
  void open_the_app() throws IOException {
    app = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
    app.createContext(
        "/",
        exchange -> {
          byte[] html = "<!doctype html><title>Meeting</title>".getBytes(StandardCharsets.UTF_8);
          exchange.getResponseHeaders().set("Content-Type", "text/html");
          exchange.sendResponseHeaders(200, html.length);
          exchange.getResponseBody().write(html);
          exchange.close();
        });
    app.start();
    context = Chromium.running().newContext();
    page = context.newPage();
    page.onPageError(error -> errors += error);
    page.navigate("http://127.0.0.1:" + app.getAddress().getPort() + "/");
  }

  @AfterEach
  void close_the_app() {
    context.close();
    app.stop(0);
  }

  @Test
  void a_call_is_measured_and_told_across_origins() {
    tenant = reporting("Real browser");
    Object told =
        run(
            """
            const told = [];
            for (const type of ['sent', 'missed']) {
              reports.addEventListener(type, ({ detail }) => told.push(type + ' ' + (detail.status ?? detail.error ?? detail.report.route)));
            }
            reports.attach(a);
            await reports.joinFailed('ice-failed');
            await reports.detach(a);
            return told.join(', ');
            """);

    assertThat(told).isEqualTo("sent undefined, sent direct");
    JsonNode quality = tenant.api("usage").get(quality()).expect(200);
    assertThat(quality.at("/byPath/0/route").asText()).isEqualTo("direct");
    assertThat(quality.at("/byPath/0/transport").asText()).isEqualTo("udp");
    assertThat(quality.at("/byCountry/0/country").asText()).isEqualTo("PT");
    assertThat(quality.at("/calls/roundTripMedianMs").isNull()).isFalse();
    assertThat(quality.at("/calls/calls").asLong()).isEqualTo(1);
    assertThat(quality.at("/failedJoins/byReason/0/reason").asText()).isEqualTo("ice-failed");
    assertThat(errors).isEmpty();
  }

  @Test
  void a_page_that_is_left_tells_of_the_call_it_takes_with_it() {
    tenant = reporting("Left page");
    run(
        """
        let looked;
        const once = new Promise((resolve) => (looked = resolve));
        const getStats = a.getStats.bind(a);
        a.getStats = async () => { const stats = await getStats(); setTimeout(looked); return stats; };
        reports.attach(a);
        await once;
        globalThis.kept = [a, b, reports];
        """);

    page.navigate("about:blank");

    await()
        .untilAsserted(
            () ->
                assertThat(
                        tenant.api("usage").get(quality()).expect(200).at("/calls/calls").asLong())
                    .isEqualTo(1));
    assertThat(errors).isEmpty();
  }

  private TestTenant reporting(String name) {
    TestTenant added = TestTenant.added(world, name);
    added.createKey("production");
    added.takeReports(true);
    return added;
  }

  private Object run(String script) {
    JsonNode offer = ReportingBrowser.of(world, tenant.api("credentials")).offer();
    return page.evaluate(
        "async ({ module, relayReports }) => {" + CALL + script + "}",
        Map.of(
            "module",
            world.uri("/api/turnpike-reports.js").toString(),
            "relayReports",
            Map.of("url", offer.get("url").asText(), "token", offer.get("token").asText())));
  }

  private String quality() {
    return "/tenants/" + tenant.id() + "/relay-quality";
  }
}
