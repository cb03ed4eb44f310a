package org.turnpike.systemtests.api;

import com.fasterxml.jackson.databind.JsonNode;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.turnpike.systemtests.console.Visitor;
import org.turnpike.systemtests.world.TestTenant;

/** One month's egress of one tenant, in bytes, as everything that tells it tells it. */
record Figures(Map<String, Long> bySource) {

  /** Asks everybody. The visitor must be signed in as somebody who sees the tenant. */
  static Figures of(
      TestTenant tenant, List<TestTenant.TurnKey> keys, Month month, Visitor visitor) {
    JsonNode statement = tenant.statement(month.name());
    Instant through = Instant.parse(statement.get("completeThrough").asText());
    ConsoleFigures console = new ConsoleFigures(visitor, tenant.slug(), month);
    Map<String, Long> figures = new TreeMap<>();
    figures.put("Cloudflare", cloudflare(tenant, keys, month, through));
    figures.put("ledger", Ledger.egress(tenant, month.start(), month.end()));
    figures.put("usage API", usage(tenant, month).at("/totals/egressBytes").asLong());
    figures.put("usage API, points", points(usage(tenant, month)));
    figures.put("statement", statement.get("egressBytes").asLong());
    figures.put("statement, lines", lines(statement));
    figures.put("console, statement page", console.statementPage());
    figures.put("console, statement file", console.statementFile());
    figures.put("console, usage file", console.usageFile());
    return new Figures(figures);
  }

  private static long cloudflare(
      TestTenant tenant, List<TestTenant.TurnKey> keys, Month month, Instant through) {
    return keys.stream()
        .mapToLong(
            key -> tenant.world().cloudflare().egressShown(key.uid(), month.start(), through))
        .sum();
  }

  private static JsonNode usage(TestTenant tenant, Month month) {
    return tenant
        .world()
        .api()
        .get("/tenants/%s/usage?from=%s&to=%s".formatted(tenant.id(), month.start(), month.end()))
        .expect(200);
  }

  private static long points(JsonNode usage) {
    return usage.findValues("points").stream()
        .flatMap(points -> points.findValues("egressBytes").stream())
        .mapToLong(JsonNode::asLong)
        .sum();
  }

  private static long lines(JsonNode statement) {
    return statement.get("lines").findValues("egressBytes").stream()
        .mapToLong(JsonNode::asLong)
        .sum();
  }
}
