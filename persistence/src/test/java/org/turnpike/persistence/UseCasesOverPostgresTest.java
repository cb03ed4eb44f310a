package org.turnpike.persistence;

import static org.assertj.core.api.Assertions.assertThat;
import static org.turnpike.world.Refusals.assertRefused;

import java.time.Duration;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.turnpike.billing.DrawUpStatements;
import org.turnpike.billing.Statement;
import org.turnpike.identity.Caller;
import org.turnpike.identity.ManageUsers;
import org.turnpike.identity.Role;
import org.turnpike.identity.RoleGrant;
import org.turnpike.identity.User;
import org.turnpike.identity.UserSamples;
import org.turnpike.shared.Money;
import org.turnpike.shared.Rejected;
import org.turnpike.shared.Settings;
import org.turnpike.tenant.CloudflareAccount;
import org.turnpike.tenant.ManageTenants;
import org.turnpike.tenant.Tenant;
import org.turnpike.tenant.TenantDetails;
import org.turnpike.turnkey.TurnKey;
import org.turnpike.usage.CollectUsage;
import org.turnpike.usage.FakeUsageMeter;
import org.turnpike.usage.UsageSamples;
import org.turnpike.world.Samples;

/** Where a query that writes first what is pending, or a real roll-back, makes the difference. */
class UseCasesOverPostgresTest {
  private final PostgresPorts ports = PostgresPorts.empty();
  private final Samples samples = new Samples(ports);
  private final CloudflareAccount account = samples.account();

  @Test
  void a_tenant_that_takes_another_s_slug_is_refused_and_stays_as_it_was() {
    samples.tenant("acme", account);
    Tenant bravo = samples.tenant("bravo", account);
    ManageTenants manage =
        new ManageTenants(
            ports.tenants(),
            ports.apiKeys(),
            ports.accounts(),
            ports.plans(),
            ports.audit(),
            ports.epoch(),
            ports.transactions(),
            ports.clock());
    TenantDetails taken = new TenantDetails("New name", "acme", null, null, null, null);
    assertRefused(Rejected.Reason.CONFLICT, () -> manage.change(Caller.SYSTEM, bravo.id(), taken));
    assertThat(manage.find(Caller.SYSTEM, bravo.id()).name()).isEqualTo("bravo");
  }

  @Test
  void the_last_operator_stays_one() {
    Set<RoleGrant> operator = Set.of(new RoleGrant(Role.OPERATOR, null));
    User last = UserSamples.active("a@example.com", operator, ports.clock().instant());
    ports.transactions().run(() -> ports.users().add(last));
    ManageUsers manage =
        new ManageUsers(ports.users(), ports.audit(), ports.transactions(), ports.clock());
    assertRefused(Rejected.Reason.CONFLICT, () -> manage.disable(Caller.SYSTEM, last.id()));
    assertRefused(
        Rejected.Reason.CONFLICT,
        () ->
            manage.assignRoles(
                Caller.SYSTEM, last.id(), Set.of(new RoleGrant(Role.FINANCE, null))));
    User kept = manage.list(Caller.SYSTEM).get(0);
    assertThat(kept.status()).isEqualTo(User.Status.ACTIVE);
    assertThat(kept.roles()).isEqualTo(operator);
  }

  @Test
  void what_was_collected_corrected_and_collected_again_is_what_is_billed() {
    Tenant acme = samples.tenant("acme", account);
    TurnKey key = samples.turnKey(acme);
    FakeUsageMeter meter = new FakeUsageMeter(ports.clock());
    CollectUsage collect =
        UsageSamples.collector(ports, meter, new Settings(setting -> Optional.empty()));
    meter.relayed(key, "2026-11-22T10:00:00Z", 3_000_000_000_000L, 1);
    meter.relayed(key, "2026-11-22T10:15:00Z", 5, 1);
    collect.collect();
    meter.relayed(key, "2026-11-22T10:00:00Z", 2_500_000_000_000L, 1);
    meter.vanish(key, "2026-11-22T10:15:00Z");
    for (int hour = 0; hour < 3; hour++) {
      ports.clock().advance(Duration.ofHours(1));
      collect.collect();
    }

    Statement statement =
        new DrawUpStatements(
                ports.tenants(),
                ports.accounts(),
                ports.turnKeys(),
                ports.ledger(),
                ports.marks(),
                ports.plans(),
                ports.transactions(),
                ports.clock())
            .of(Caller.SYSTEM, acme.id(), DrawUpStatements.CURRENT);
    assertThat(statement.charge().egress().bytes()).isEqualTo(2_500_000_000_000L);
    assertThat(statement.amount()).isEqualTo(Money.of("75.00", "USD"));
    assertThat(statement.completeThrough()).isEqualTo("2026-11-22T14:45:00Z");
  }
}
