package org.turnpike.systemtests.world;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.turnpike.simulator.CloudflareSimulator;
import org.turnpike.simulator.SimulatorOptions;
import org.turnpike.simulator.demo.SimulatorControl;

/** The Cloudflare of the tests: a simulator, whose every figure follows from its seed. */
public final class Cloudflare implements AutoCloseable {
  private static final Duration HISTORY = Duration.ofDays(91);

  private final CloudflareSimulator simulator;
  private final SimulatorControl control;
  private final Secrets secrets;

  private Cloudflare(CloudflareSimulator simulator, Secrets secrets) {
    this.simulator = simulator;
    this.control = new SimulatorControl(simulator.baseUrl());
    this.secrets = secrets;
  }

  /** Starts on a free port, and keeps the secrets it hands out. */
  public static Cloudflare start(long seed, Secrets secrets) throws IOException {
    return start(SimulatorOptions.defaults().withSeed(seed), secrets);
  }

  /** The same, of another kind. */
  public static Cloudflare start(SimulatorOptions options, Secrets secrets) throws IOException {
    return new Cloudflare(CloudflareSimulator.start(options), secrets);
  }

  /** An account there, with the tokens that its owner has. */
  public record Account(String tag, String keysToken, String analyticsToken) {}

  /** A TURN key that was there before Turnpike. */
  public record PlantedKey(String uid, String secret) {}

  public Account openAccount(String tag, String name) {
    Account account =
        new Account(
            tag,
            secrets.make("Cloudflare's API token", "cf-keys-"),
            secrets.make("Cloudflare's analytics token", "cf-analytics-"));
    control.plantAccount(tag, name, account.keysToken(), account.analyticsToken());
    return account;
  }

  /** A key with three months of traffic behind it. */
  public PlantedKey plantKey(Account account, String name, int monthlyGigabytes) {
    JsonNode planted =
        control.plantKey(account.tag(), name, monthlyGigabytes, Instant.now().minus(HISTORY));
    return new PlantedKey(
        planted.get("uid").asText(),
        secrets.keep("secret of a TURN key", planted.get("secret").asText()));
  }

  /** What Cloudflare says now of a key's egress in {@code [from, to)}, in bytes. */
  public long egressShown(String uid, Instant from, Instant to) {
    return control
        .get("/control/truth?keyId=%s&from=%s&to=%s".formatted(uid, from, to))
        .at("/visible/egressBytes")
        .asLong();
  }

  /** Usernames and what belongs to them, of all that the key minted for somebody. */
  public List<JsonNode> minted(String uid) {
    return minted(uid, false);
  }

  /** The same of those that it minted ahead. */
  public List<JsonNode> mintedAhead(String uid) {
    return minted(uid, true);
  }

  private List<JsonNode> minted(String uid, boolean ahead) {
    List<JsonNode> minted = new ArrayList<>();
    control.get("/control/credentials?keyId=" + uid).get("credentials").forEach(minted::add);
    minted.removeIf(
        each -> each.get("customIdentifier").asText("").startsWith("reserve-") != ahead);
    return minted;
  }

  /** Lets so much be relayed under a username, and a third of it the other way. */
  public void relay(String uid, String username, Instant from, Instant to, long egress) {
    relay(uid, username, "", from, to, egress, egress / 3);
  }

  /** The same under a custom identifier. */
  public void relay(
      String uid,
      String username,
      String customIdentifier,
      Instant from,
      Instant to,
      long egress,
      long ingress) {
    control.post(
        "/control/uses",
        Map.of(
            "keyId", uid,
            "username", username,
            "customIdentifier", customIdentifier,
            "from", from.toString(),
            "to", to.toString(),
            "egressBytes", egress,
            "ingressBytes", ingress));
  }

  /** Mints what a coturn with this secret accepts, from now on. */
  public void changeSharedSecret(String secret) {
    control.put("/control/shared-secret", Map.of("sharedSecret", secret));
  }

  /** Breaks something until {@link #heal()}; the simulator's README tells what and how. */
  public void breaks(String kind, Map<String, ?> how) {
    Map<String, Object> fault = new HashMap<>(how);
    fault.put("kind", kind);
    control.post("/control/faults", fault);
  }

  public void heal() {
    control.delete("/control/faults");
  }

  public String rtcUrl() {
    return simulator.rtcUrl().toString();
  }

  public String apiUrl() {
    return simulator.apiUrl().toString();
  }

  @Override
  public void close() {
    simulator.close();
  }
}
