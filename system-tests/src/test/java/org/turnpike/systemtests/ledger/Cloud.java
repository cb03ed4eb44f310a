package org.turnpike.systemtests.ledger;

import java.io.IOException;
import java.net.URI;
import java.time.Instant;
import java.util.HashMap;
import java.util.Map;
import org.turnpike.simulator.AnalyticsRules;
import org.turnpike.simulator.CloudflareSimulator;
import org.turnpike.simulator.SimulatorOptions;
import org.turnpike.simulator.demo.SimulatorControl;
import org.turnpike.world.ManualClock;

/** The simulated Cloudflare, whose time stands still until it is moved. */
final class Cloud implements AutoCloseable {
  private static final int MONTHLY_GIGABYTES = 1_300;

  private final ManualClock clock = new ManualClock();
  private final CloudflareSimulator simulator;
  private final SimulatorControl control;

  Cloud(AnalyticsRules rules) throws IOException {
    simulator =
        CloudflareSimulator.start(
            SimulatorOptions.defaults().withClock(clock).withAnalytics(rules));
    control = new SimulatorControl(simulator.baseUrl());
  }

  ManualClock clock() {
    return clock;
  }

  URI apiUrl() {
    return simulator.apiUrl();
  }

  void openAccount(String tag, String token) {
    control.plantAccount(tag, tag, token, token);
  }

  /** A key that relays all the time since then. */
  void relay(String account, String uid, Instant since) {
    control.post(
        "/control/keys",
        Map.of(
            "accountId", account,
            "name", uid,
            "uid", uid,
            "monthlyGigabytes", MONTHLY_GIGABYTES,
            "createdAt", since.toString()));
  }

  SimulatorControl control() {
    return control;
  }

  /** Breaks something until {@link #heal()}; the simulator's README tells what and how. */
  void breaks(String kind, Map<String, ?> how) {
    Map<String, Object> fault = new HashMap<>(how);
    fault.put("kind", kind);
    control.post("/control/faults", fault);
  }

  void restates(String uid, Instant from, Instant to, int percent) {
    breaks(
        "restate",
        Map.of("keyId", uid, "from", from.toString(), "to", to.toString(), "percent", percent));
  }

  void heal() {
    control.delete("/control/faults");
  }

  /** How many queries it was asked ever. */
  int queries() {
    return control.get("/control/calls").at("/calls/graphql").asInt();
  }

  @Override
  public void close() {
    simulator.close();
  }
}
