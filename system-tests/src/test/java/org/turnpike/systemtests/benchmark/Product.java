package org.turnpike.systemtests.benchmark;

import java.util.Map;
import org.turnpike.systemtests.world.Standalone;
import org.turnpike.systemtests.world.TestTenant;

/**
 * A product of a benchmark's own with one tenant, whose meeting backend has an API key.
 *
 * @param side where it is asked
 */
record Product(Standalone standalone, TestTenant tenant, String apiKey, Side side) {
  /** Starts it; what it reads of usage meanwhile is not measured. */
  static Product started(String name) {
    Standalone standalone = Standalone.apart(Map.of("TURNPIKE_COLLECT_INTERVAL", "PT24H"));
    TestTenant tenant = TestTenant.added(standalone.world(), "Benchmark");
    tenant.createKey("production");
    return new Product(
        standalone,
        tenant,
        tenant.issueKey("credentials").get("key").asText(),
        new Side(name, standalone.world().uri("/api/v1/ice-servers")));
  }
}
