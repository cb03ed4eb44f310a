package org.turnpike.systemtests.console;

import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.BrowserContext;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.Route;
import java.net.Inet4Address;
import java.net.InetAddress;
import java.net.NetworkInterface;
import java.net.SocketException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.turnpike.systemtests.world.Chromium;
import org.turnpike.systemtests.world.World;

/** The guide's code for browsers, as it stands there, in front of the guide's backend in Node. */
class GuideInABrowserIT {
  /** Two ends of a call in one page; each is told the other's address, which browsers hide. */
  private static final String CALL =
      """
      const call = async (pc, address) => {
        const other = new RTCPeerConnection();
        const to = end => ({ candidate }) => candidate?.candidate.includes(' udp ') && end.addIceCandidate(
            { ...candidate.toJSON(), candidate: candidate.candidate.replace(/\\S+\\.local/, address) });
        pc.onicecandidate = to(other);
        other.onicecandidate = to(pc);
        pc.createDataChannel('guide');
        await pc.setLocalDescription();
        await other.setRemoteDescription(pc.localDescription);
        await other.setLocalDescription();
        await pc.setRemoteDescription(other.localDescription);
        return other;
      };
      const username = pc => pc.getConfiguration().iceServers.map(server => server.username).join('');
      const soon = (what, seconds) => Promise.race([what, new Promise((_, fail) =>
          setTimeout(() => fail(new Error('not within ' + seconds + ' s')), seconds * 1000))]);
      """;

  private static GuideProgram backend;
  private static BrowserContext browser;
  private static Page page;
  private static final List<String> errors = new ArrayList<>();

  @BeforeAll
  static void open_a_page_of_the_app() throws Exception {
    World world = World.running();
    OwnGuide guide = OwnGuide.of(world, "Guided in a browser");
    backend =
        GuideProgram.backend(
            "node",
            "backend.mjs",
            guide.snippets().get("backend.mjs"),
            guide.apiKey("credentials"));
    browser = Chromium.running().newContext();
    browser.route(
        address -> address.startsWith(backend.uri("/").toString()) && !address.contains("ice-serv"),
        route -> answer(route, guide.snippets()));
    page = browser.newPage();
    page.onPageError(errors::add);
    page.navigate(backend.uri("/").toString());
  }

  private static void answer(Route route, Map<String, String> snippets) {
    String address = route.request().url();
    String file = address.substring(address.lastIndexOf('/') + 1);
    boolean code = snippets.containsKey(file);
    route.fulfill(
        new Route.FulfillOptions()
            .setContentType(code ? "text/javascript" : "text/html")
            .setBody(code ? snippets.get(file) : "<title>An app</title>"));
  }

  @AfterAll
  static void leave() {
    browser.close();
    backend.close();
  }

  @Test
  void the_module_configures_a_connection_with_relays() {
    Object urls =
        page.evaluate(
            """
            async () => {
              const { ice, pc } = await import('/call.js');
              // A busy product may answer the first time without a relay; the module asks again.
              if (ice.state !== 'relay') {
                await new Promise(resolve => ice.addEventListener('recovered', resolve));
              }
              const urls = pc.getConfiguration().iceServers.flatMap(server => server.urls);
              return [ice.state, ...urls];
            }
            """);

    assertThat((List<?>) urls)
        .extracting(Object::toString)
        .contains("relay")
        .anyMatch(url -> url.startsWith("turn:"));
    assertThat(errors).isEmpty();
  }

  @Test
  void relay_only_is_relay_only() {
    assertThat(
            page.evaluate(
                "async () => (await import('/relay-only.js')).pc.getConfiguration().iceTransportPolicy"))
        .isEqualTo("relay");
  }

  @Test
  void what_is_in_use_is_told_once_connected() throws Exception {
    Object told =
        page.evaluate(
            """
            async address => {
              %s
              const { inUse } = await import('/in-use.js');
              const pc = new RTCPeerConnection();
              const before = await inUse(pc);
              const connected = new Promise(done => pc.onconnectionstatechange =
                  () => pc.connectionState === 'connected' && done());
              const other = await call(pc, address);
              await soon(connected, 20);
              const { candidateType } = await inUse(pc);
              pc.close();
              other.close();
              return [before === null, candidateType];
            }
            """
                .formatted(CALL),
            anAddress());

    assertThat(told).isEqualTo(List.of(true, "host"));
  }

  @Test
  void without_the_module_a_credential_is_renewed_before_it_ends() {
    Object told =
        page.evaluate(
            """
            async address => {
              %s
              const { keepAlive, renewIn } = await import('/keep-alive.js');
              const ask = async () => (await fetch('/ice-servers', { method: 'POST' })).json();
              const reply = await ask();
              const pc = new RTCPeerConnection({ iceServers: reply.iceServers });
              const other = await call(pc, address);
              const before = username(pc);
              const began = performance.now();
              const wanted = new Promise(done => pc.onnegotiationneeded = done);
              const stop = keepAlive(pc, reply, ask);
              await soon(wanted, 2 * reply.ttl);
              stop();
              const offer = await pc.createOffer();
              const ufrag = sdp => sdp.match(/a=ice-ufrag:(.*)/)[1];
              const told = [
                performance.now() - began < reply.ttl * 1000,
                Math.abs(renewIn(reply) - 0.8 * reply.ttl) < 1.5,
                before !== username(pc),
                ufrag(offer.sdp) !== ufrag(pc.localDescription.sdp),
              ];
              pc.close();
              other.close();
              return told;
            }
            """
                .formatted(CALL),
            "127.0.0.1");

    assertThat(told).isEqualTo(List.of(true, true, true, true));
  }

  /** Where this machine reaches itself as others do. */
  private static String anAddress() throws SocketException {
    return NetworkInterface.networkInterfaces()
        .flatMap(NetworkInterface::inetAddresses)
        .filter(address -> address instanceof Inet4Address && !address.isLoopbackAddress())
        .map(InetAddress::getHostAddress)
        .findFirst()
        .orElse("127.0.0.1");
  }
}
