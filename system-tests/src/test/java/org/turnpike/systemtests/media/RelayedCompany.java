package org.turnpike.systemtests.media;

import java.io.IOException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.turnpike.simulator.AnalyticsRules;
import org.turnpike.simulator.MintingRules;
import org.turnpike.simulator.SimulatorOptions;
import org.turnpike.simulator.turn.IceUrls;
import org.turnpike.systemtests.world.Cloudflare;
import org.turnpike.systemtests.world.TestTenant;
import org.turnpike.systemtests.world.World;

/**
 * A tenant whose Cloudflare has a relay that really relays: a coturn of its own, which accepts what
 * the simulator mints. Beside its URLs the simulator mints one on port 53, as older replies had.
 */
record RelayedCompany(
    Coturn coturn, Cloudflare cloudflare, TestTenant tenant, TestTenant.TurnKey key)
    implements AutoCloseable {

  static RelayedCompany founded(String name, Map<String, Object> terms) throws IOException {
    String secret = newSecret();
    Coturn coturn = Coturn.started(secret);
    return founded(name, terms, coturn, secret, urls(coturn.port()));
  }

  /** One whose relay speaks TLS as well, under a certificate that no browser trusts. */
  static RelayedCompany foundedWithTls(String name) throws IOException, InterruptedException {
    String secret = newSecret();
    Coturn coturn = Coturn.started(secret);
    coturn.stop();
    int tls = coturn.speakTls();
    coturn.start();
    IceUrls urls = urls(coturn.port());
    List<String> turn = new ArrayList<>(urls.turn());
    turn.add("turns:127.0.0.1:%d?transport=tcp".formatted(tls));
    return founded(name, Map.of(), coturn, secret, new IceUrls(urls.stun(), turn));
  }

  private static String newSecret() throws IOException {
    return World.running().secrets().make("shared secret of coturn", "coturn-");
  }

  private static RelayedCompany founded(
      String name, Map<String, Object> terms, Coturn coturn, String secret, IceUrls urls)
      throws IOException {
    World running = World.running();
    Cloudflare cloudflare =
        Cloudflare.start(
            SimulatorOptions.defaults()
                .withMinting(new MintingRules(urls, secret, true))
                .withAnalytics(AnalyticsRules.DEFAULT.withoutRestatement()),
            running.secrets());
    World world = new World(running.base(), running.operator(), cloudflare, running.secrets());
    TestTenant tenant = TestTenant.added(world, name);
    world.api().patch("/tenants/" + tenant.id(), new HashMap<>(terms)).expect(200);
    return new RelayedCompany(coturn, cloudflare, tenant, tenant.adoptKey("production", 0));
  }

  MeetingBackend meeting() throws IOException {
    return MeetingBackend.started(
        tenant.world().base(), tenant.issueKey("credentials").get("key").asText());
  }

  /** A coturn with another secret, which accepts nothing that was minted before. */
  void changeSecret() throws IOException, InterruptedException {
    String other = tenant.world().secrets().make("shared secret of coturn", "coturn-");
    coturn.stop();
    cloudflare.changeSharedSecret(other);
    coturn.changeSecret(other);
    coturn.start();
  }

  @Override
  public void close() {
    coturn.close();
    cloudflare.close();
  }

  private static IceUrls urls(int port) {
    String relay = "turn:127.0.0.1:%d?transport=%s";
    return new IceUrls(
        List.of("stun:127.0.0.1:" + port),
        List.of(
            relay.formatted(port, "udp"),
            relay.formatted(53, "udp"),
            relay.formatted(port, "tcp")));
  }
}
