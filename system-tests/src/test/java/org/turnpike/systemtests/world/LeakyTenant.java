package org.turnpike.systemtests.world;

import static org.awaitility.Awaitility.await;

import java.io.IOException;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.temporal.ChronoUnit;
import java.util.Map;

/**
 * A tenant with a possible leak of each reason. Time cannot be moved here: what has to lie hours
 * back is put there in the database, before any hour of the TURN key is examined.
 */
public final class LeakyTenant {
  public static final String NOBODY_S = "feedc0de".repeat(12);
  public static final long TOO_MUCH = 50_000_000_000L;

  private static final Duration PATIENCE = Duration.ofMinutes(3);

  private final Standalone standalone;
  private final TestTenant tenant;
  private final TestTenant.TurnKey key;
  private final Api backend;
  private final Instant start = Instant.now().truncatedTo(ChronoUnit.HOURS).minus(hours(12));

  private LeakyTenant(Standalone standalone, String name) {
    this.standalone = standalone;
    tenant = TestTenant.added(standalone.world(), name);
    key = tenant.adoptKey("production", 0);
    backend = tenant.api("credentials", "usage", "keys", "audit");
  }

  public static LeakyTenant of(Standalone standalone, String name)
      throws IOException, SQLException {
    LeakyTenant leaky = new LeakyTenant(standalone, name);
    leaky.leak();
    return leaky;
  }

  public TestTenant tenant() {
    return tenant;
  }

  public TestTenant.TurnKey key() {
    return key;
  }

  /** With every scope that is needed here. */
  public Api backend() {
    return backend;
  }

  /** The start of the hour in which each of them relayed. */
  public Instant hour() {
    return start.plus(hours(6));
  }

  /** The username of the credential that was issued for this identifier. */
  public String username(String identifier) {
    return tenant.world().cloudflare().minted(key.uid()).stream()
        .filter(each -> each.get("customIdentifier").asText().equals(identifier))
        .map(each -> each.get("username").asText())
        .findFirst()
        .orElseThrow();
  }

  public void awaitLeaks(int count) {
    await("possible leaks of " + tenant.name())
        .atMost(PATIENCE)
        .pollInterval(Duration.ofMillis(500))
        .until(() -> backend.items(address()).size() == count);
  }

  public String address() {
    return "/tenants/" + tenant.id() + "/possible-leaks";
  }

  private void leak() throws IOException, SQLException {
    String revoked = issue("revoked");
    issue("expired");
    issue("passed-around");
    issue("honest");
    backend.delete("/credentials/" + revoked).expect(204);
    Cloudflare cloudflare = tenant.world().cloudflare();
    cloudflare.relay(key.uid(), NOBODY_S, hour().minus(hours(1)), hour().plus(hours(1)), 8_000_000);
    cloudflare.relay(key.uid(), username("revoked"), hour(), hour().plus(hours(1)), 3_000_000);
    cloudflare.relay(key.uid(), username("expired"), hour(), hour().plus(hours(1)), 2_000_000);
    cloudflare.relay(key.uid(), username("passed-around"), hour(), hour().plus(hours(1)), TOO_MUCH);
    cloudflare.relay(key.uid(), username("honest"), hour(), hour().plus(hours(1)), 1_000_000);
    awaitLedger(TOO_MUCH + 14_000_000);
    try (Connection database = OwnPostgres.of(standalone.home()).connect("turnpike")) {
      String grants = " WHERE tenant_id = '" + tenant.id() + "'";
      set(database, "UPDATE credential_grant SET issued_at = ?" + grants, start);
      set(
          database,
          "UPDATE credential_grant SET expires_at = ?"
              + grants
              + " AND custom_identifier = 'expired'",
          start.plus(hours(1)));
      set(
          database,
          "UPDATE credential_grant SET revoked_at = ?"
              + grants
              + " AND custom_identifier = 'revoked'",
          start.plus(hours(1)));
      // From now on its hours are examined.
      set(database, "UPDATE turn_key SET created_at = ? WHERE id = '" + key.id() + "'", start);
    }
  }

  /** As a patient app does: what came too late for one call is there for the next. */
  private String issue(String identifier) {
    Map<String, Object> body = Map.of("ttl", 86_400, "customIdentifier", identifier);
    Answer issued =
        await("a credential for " + identifier)
            .atMost(PATIENCE)
            .until(() -> backend.post("/ice-servers", body), answer -> answer.status() != 503);
    return issued.expect(201).get("grantId").asText();
  }

  private void awaitLedger(long egress) {
    String range = "from=%s&to=%s".formatted(start, start.plus(hours(12)));
    await("planted usage of " + tenant.name())
        .atMost(PATIENCE)
        .pollInterval(Duration.ofMillis(500))
        .until(() -> tenant.usage(range).at("/totals/egressBytes").asLong() >= egress);
  }

  private static void set(Connection database, String sql, Instant to) throws SQLException {
    try (PreparedStatement statement = database.prepareStatement(sql)) {
      statement.setObject(1, to.atOffset(ZoneOffset.UTC));
      if (statement.executeUpdate() == 0) {
        throw new IllegalStateException("Nothing was changed by " + sql);
      }
    }
  }

  private static Duration hours(int hours) {
    return Duration.ofHours(hours);
  }
}
