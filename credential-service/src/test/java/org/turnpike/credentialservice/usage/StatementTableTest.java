package org.turnpike.credentialservice.usage;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.turnpike.billing.DrawUpStatements;
import org.turnpike.identity.Caller;
import org.turnpike.shared.TimeRange;
import org.turnpike.tenant.CloudflareAccount;
import org.turnpike.tenant.Tenant;
import org.turnpike.tenant.TenantDetails;
import org.turnpike.turnkey.TurnKeyId;
import org.turnpike.usage.LostUsage;
import org.turnpike.world.World;

class StatementTableTest {
  private final World world = new World();
  private final CloudflareAccount account = world.samples.account();

  @Test
  void each_statement_is_a_line_of_as_many_cells_as_the_header() {
    tenant("Acme", "acme");
    tenant("Zeta", "zeta");

    List<String> lines = csv().lines().toList();

    assertThat(lines).hasSize(3);
    assertThat(lines.get(0)).startsWith("\"tenantId\",\"tenant\",\"slug\",\"period\"");
    assertThat(lines.get(1)).contains("\"Acme\",\"acme\",\"2026-11\"", "\"0.00\",\"USD\"");
    assertThat(lines).allSatisfy(line -> assertThat(line.split("\",\"")).hasSize(19));
    assertThat(csv()).endsWith("\r\n");
  }

  @Test
  void the_last_cell_tells_how_many_hours_of_the_period_are_lost() {
    Tenant acme = tenant("Acme", "acme");
    tenant("Zeta", "zeta");
    lost(acme, "2026-10-31T22:00:00Z", "2026-11-01T10:00:00Z");

    List<String> lines = csv().lines().toList();

    assertThat(lines.get(0)).endsWith(",\"lostHours\"");
    assertThat(lines.get(1)).endsWith(",\"10\"");
    assertThat(lines.get(2)).endsWith(",\"0\"");
  }

  @Test
  void quotes_and_commas_of_a_name_stay_in_their_cell() {
    tenant("Smith \"& Sons\", Ltd", "smith");

    assertThat(csv()).contains(",\"Smith \"\"& Sons\"\", Ltd\",");
  }

  @Test
  void a_name_never_becomes_a_formula() {
    tenant("=HYPERLINK(\"http://x\")", "sly");

    assertThat(csv()).contains(",\"'=HYPERLINK(");
  }

  private String csv() {
    DrawUpStatements statements =
        new DrawUpStatements(
            world.tenants(),
            world.accounts(),
            world.turnKeys(),
            world.ledger(),
            world.marks(),
            world.plans(),
            world.transactions(),
            world.clock());
    return StatementTable.csv(statements.all(Caller.SYSTEM, DrawUpStatements.CURRENT));
  }

  private void lost(Tenant tenant, String start, String end) {
    TimeRange hole = new TimeRange(Instant.parse(start), Instant.parse(end));
    TurnKeyId key = world.samples.turnKey(tenant).id();
    world
        .transactions()
        .run(
            () ->
                world
                    .marks()
                    .addLost(new LostUsage(key, tenant.id(), hole, world.clock().instant())));
  }

  private Tenant tenant(String name, String slug) {
    TenantDetails details = new TenantDetails(name, slug, account.id(), null, null, null);
    Tenant tenant = new Tenant(details, account.id(), world.clock().instant());
    world.transactions().run(() -> world.tenants().add(tenant));
    return tenant;
  }
}
