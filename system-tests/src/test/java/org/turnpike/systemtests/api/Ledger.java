package org.turnpike.systemtests.api;

import com.fasterxml.jackson.databind.JsonNode;
import java.time.Instant;
import java.util.List;
import org.turnpike.systemtests.world.TestTenant;

/** A tenant's usage records, as the API tells them. */
final class Ledger {
  private Ledger() {}

  static String path(TestTenant tenant, Instant from, Instant to) {
    return "/tenants/%s/ledger?from=%s&to=%s".formatted(tenant.id(), from, to);
  }

  static long egress(TestTenant tenant, Instant from, Instant to) {
    return tenant.world().api().items(path(tenant, from, to)).stream()
        .mapToLong(line -> line.get("egressBytes").asLong())
        .sum();
  }

  /** The lines that changed a figure after it was first posted. */
  static List<JsonNode> corrections(TestTenant tenant, Instant from, Instant to) {
    return tenant.world().api().items(path(tenant, from, to)).stream()
        .filter(line -> line.get("revision").asInt() > 0)
        .toList();
  }
}
