package org.turnpike.systemtests.benchmark;

import java.io.IOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.SQLException;
import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.turnpike.systemtests.Installation;
import org.turnpike.systemtests.Java;
import org.turnpike.systemtests.world.Cloudflare;
import org.turnpike.systemtests.world.OwnPostgres;
import org.turnpike.systemtests.world.Standalone;
import org.turnpike.systemtests.world.TestTenant;
import org.turnpike.systemtests.world.World;

/**
 * All that is compared, running side by side until the JVM ends.
 *
 * @param apiKey what every side is sent, though Turnpike alone looks at it
 * @param servlet answers the same to all
 * @param mintingServlet makes one upstream call and one INSERT for each answer
 * @param netty answers the same to all
 */
record Competition(
    Standalone standalone,
    String apiKey,
    Side turnpike,
    Side expressPerRequest,
    Side expressCached,
    Side nodeCached,
    Side servlet,
    Side mintingServlet,
    Side netty) {
  private static final Duration UPSTREAM = Duration.ofMillis(80);

  /** Starts everything; Cloudflare answers at once until {@link #slowUpstream()}. */
  static Competition started() throws IOException, InterruptedException, SQLException {
    // What the simulator computes of the usage of a hundred thousand credentials is not measured.
    Standalone standalone = Standalone.apart(Map.of("TURNPIKE_COLLECT_INTERVAL", "PT24H"));
    World world = standalone.world();
    TestTenant tenant = TestTenant.added(world, "Benchmark");
    tenant.createKey("production");
    Map<String, String> upstream = upstream(world.cloudflare(), tenant.account());

    Path node = installed(Installation.workFolder("node"));
    Path jvm = Installation.workFolder("jvm");
    URI payara = BarePayara.start(jvm, OwnPostgres.of(standalone.home()), upstream);
    return new Competition(
        standalone,
        tenant.issueKey("credentials").get("key").asText(),
        new Side("Turnpike", world.uri("/api/v1/ice-servers")),
        node("Express, upstream per request", node, "express-per-request.js", upstream),
        node("Express, cache per user", node, "express-cached.js", upstream),
        node("bare Node, cache per user", node, "bare-cached.js", upstream),
        new Side("bare servlet, same Payara", payara.resolve("ice-servers")),
        new Side("servlet: upstream call, INSERT", payara.resolve("minting")),
        side("bare Netty", Competitor.start(jvm, upstream, Java.command(BareNetty.class))));
  }

  /** Those that can know an identifier, or need not. */
  List<Side> ofKnownIdentifiers() {
    return List.of(turnpike, expressPerRequest, expressCached, nodeCached, servlet, netty);
  }

  List<Side> ofNewIdentifiers() {
    return List.of(turnpike, mintingServlet);
  }

  /** From now on Cloudflare takes as long as the real one does. */
  void slowUpstream() {
    world().cloudflare().breaks("latency", Map.of("target", "mint", "millis", UPSTREAM.toMillis()));
  }

  World world() {
    return standalone.world();
  }

  /** What a competitor needs to mint, as environment variables. */
  private static Map<String, String> upstream(Cloudflare cloudflare, Cloudflare.Account account) {
    Cloudflare.PlantedKey key = cloudflare.plantKey(account, "competitors", 1);
    return Map.of(
        "MINTING_URL",
        "%s/turn/keys/%s/credentials/generate-ice-servers"
            .formatted(cloudflare.rtcUrl(), key.uid()),
        "TURN_KEY_SECRET",
        key.secret());
  }

  private static Path installed(Path folder) throws IOException, InterruptedException {
    Path sources = Installation.competitors().resolve("node");
    try (Stream<Path> files = Files.list(sources)) {
      for (Path file : files.toList()) {
        Files.copy(file, folder.resolve(file.getFileName()));
      }
    }
    Command.run(
        folder,
        Map.of(),
        List.of("npm", "install", "--no-package-lock", "--no-audit", "--no-fund"));
    return folder;
  }

  private static Side node(String name, Path folder, String script, Map<String, String> upstream)
      throws IOException {
    Map<String, String> environment = new HashMap<>(upstream);
    environment.put("NODE_ENV", "production");
    return side(name, Competitor.start(folder, environment, List.of("node", script)));
  }

  private static Side side(String name, URI base) {
    return new Side(name, base.resolve("ice-servers"));
  }
}
