package org.turnpike.billing;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;
import static org.turnpike.world.Refusals.assertInvalid;
import static org.turnpike.world.Refusals.assertRefused;

import java.math.BigDecimal;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.turnpike.shared.Money;
import org.turnpike.shared.Rejected;
import org.turnpike.tenant.CloudflareAccount;
import org.turnpike.tenant.Tenant;
import org.turnpike.tenant.TenantDetails;
import org.turnpike.turnkey.TurnKey;
import org.turnpike.usage.UsageSamples;
import org.turnpike.world.Callers;
import org.turnpike.world.World;

class DrawUpStatementsTest {
  private static final long GB = 1_000_000_000L;

  private final World world = new World();
  private final CloudflareAccount account = world.samples.account(15);
  private final Tenant acme = world.samples.tenant("acme", account);
  private final TurnKey key = world.samples.turnKey(acme, "main");
  private final DrawUpStatements drawUp =
      new DrawUpStatements(
          world.tenants(),
          world.accounts(),
          world.turnKeys(),
          world.ledger(),
          world.marks(),
          world.plans(),
          world.transactions(),
          world.clock());

  @Test
  void the_running_period_goes_by_the_account_s_billing_day() {
    Statement statement = current();
    assertThat(statement.period().name()).isEqualTo("2026-11");
    assertThat(statement.period().start()).isEqualTo("2026-11-15T00:00:00Z");
    assertThat(statement.period().end()).isEqualTo("2026-12-15T00:00:00Z");
    assertThat(statement.amount()).isEqualTo(Money.of("0.00", "USD"));
    assertThat(statement.lines()).isEmpty();
  }

  @Test
  void usage_counts_in_the_period_its_window_starts_in() {
    relayed("2026-11-14T23:45:00Z", 100 * GB);
    relayed("2026-11-15T00:00:00Z", 7 * GB);
    assertThat(of("2026-10").charge().egress().bytes()).isEqualTo(100 * GB);
    assertThat(current().charge().egress().bytes()).isEqualTo(7 * GB);
  }

  @Test
  void egress_is_priced_and_ingress_is_free() {
    relayed("2026-11-20T10:00:00Z", 2_500 * GB);
    Statement statement = current();
    assertThat(statement.amount()).isEqualTo(Money.of("75.00", "USD"));
    assertThat(statement.charge().freeGigabytes()).isEqualByComparingTo("1000");
    assertThat(statement.charge().billableGigabytes()).isEqualByComparingTo("1500");
    assertThat(statement.lines().get(0).volume().ingress().bytes()).isEqualTo(GB);
  }

  @Test
  void the_keys_share_one_allowance_and_the_largest_stands_first() {
    TurnKey second = world.samples.turnKey(acme, "second");
    relayed("2026-11-20T10:00:00Z", 600 * GB);
    UsageSamples.relayed(world, second, "2026-11-20T10:00:00Z", 700 * GB, 0);
    Statement statement = current();
    assertThat(statement.charge().billableGigabytes()).isEqualByComparingTo("300");
    assertThat(statement.lines())
        .extracting(line -> line.turnKey().name())
        .containsExactly("second", "main");
  }

  @Test
  void each_tenant_pays_by_its_own_plan_and_for_itself_alone() {
    world.plans().add(new RatePlan("dear", "Dear", Money.of("0.10", "USD"), BigDecimal.TEN, GB));
    TenantDetails onPlan = new TenantDetails("dear", "dear", account.id(), null, "dear", null);
    Tenant dear = new Tenant(onPlan, account.id(), world.clock().instant());
    world.transactions().run(() -> world.tenants().add(dear));
    TurnKey theirs = world.samples.turnKey(dear);
    relayed("2026-11-20T10:00:00Z", 900 * GB);
    UsageSamples.relayed(world, theirs, "2026-11-20T10:00:00Z", 20 * GB, 0);
    assertThat(drawUp.all(Callers.finance(), "current"))
        .extracting(statement -> statement.tenant().slug(), Statement::amount)
        .containsExactly(
            tuple("acme", Money.of("0.00", "USD")), tuple("dear", Money.of("1.00", "USD")));
  }

  @Test
  void it_says_as_of_when_and_complete_through_when() {
    assertThat(current().asOf()).isNull();
    UsageSamples.readThrough(world, key, "2026-11-22T11:45:00Z");
    assertThat(current().asOf()).isEqualTo(world.clock().instant());
    assertThat(current().completeThrough()).isEqualTo("2026-11-22T11:45:00Z");
    relayed("2026-10-15T00:00:00Z", GB);
    assertThat(of("2026-10").completeThrough()).isEqualTo("2026-11-15T00:00:00Z");
  }

  @Test
  void before_a_tenant_relayed_anything_it_has_no_statement_but_the_running_one() {
    assertThat(current().period().name()).isEqualTo("2026-11");
    assertRefused(Rejected.Reason.NOT_FOUND, () -> of("2026-10"));
    relayed("2026-10-15T00:00:00Z", GB);
    assertThat(of("2026-10").charge().egress().bytes()).isEqualTo(GB);
    assertRefused(Rejected.Reason.NOT_FOUND, () -> of("2026-09"));
    assertRefused(Rejected.Reason.NOT_FOUND, () -> of("0001-01"));
  }

  @Test
  void the_period_before_the_first_came_to_nothing() {
    Statement before = drawUp.before(Callers.viewerOf(acme), current());
    assertThat(before.period().name()).isEqualTo("2026-10");
    assertThat(before.amount()).isEqualTo(Money.of("0.00", "USD"));
    assertRefused(
        Rejected.Reason.NOT_FOUND,
        () -> drawUp.before(Callers.viewerOf(world.samples.tenant("other")), current()));
  }

  @Test
  void a_period_that_lies_ahead_has_no_statement_and_a_wrong_name_is_refused() {
    assertRefused(Rejected.Reason.NOT_FOUND, () -> of("2026-12"));
    assertInvalid("period", () -> of("latest"));
    assertInvalid("period", () -> of("-999999999-01"));
  }

  @Test
  void an_account_whose_period_lies_ahead_does_not_hide_the_others_statements() {
    world.samples.tenant("late", world.samples.account(25));
    world.samples.tenant("early", world.samples.account(1));
    assertThat(drawUp.all(Callers.finance(), "2026-11"))
        .extracting(statement -> statement.tenant().slug())
        .containsExactly("acme", "early");
    assertRefused(Rejected.Reason.NOT_FOUND, () -> drawUp.all(Callers.finance(), "2026-12"));
    assertThat(drawUp.all(Callers.finance(), "current")).hasSize(3);
  }

  @Test
  void periods_run_from_the_first_with_usage_to_the_running_one() {
    assertThat(periods()).containsExactly("2026-11");
    relayed("2026-09-14T23:45:00Z", 1);
    assertThat(periods()).containsExactly("2026-11", "2026-10", "2026-09", "2026-08");
  }

  @Test
  void one_sees_statements_of_one_s_reach_alone() {
    Tenant other = world.samples.tenant("other");
    assertThat(drawUp.all(Callers.viewerOf(other), "current"))
        .extracting(statement -> statement.tenant().slug())
        .containsExactly("other");
    assertRefused(
        Rejected.Reason.NOT_FOUND, () -> drawUp.of(Callers.viewerOf(other), acme.id(), "current"));
    assertRefused(
        Rejected.Reason.NOT_FOUND, () -> drawUp.periods(Callers.viewerOf(other), acme.id()));
  }

  private void relayed(String window, long egress) {
    UsageSamples.relayed(world, key, window, egress, GB);
  }

  private Statement current() {
    return of(DrawUpStatements.CURRENT);
  }

  private Statement of(String period) {
    return drawUp.of(Callers.viewerOf(acme), acme.id(), period);
  }

  private List<String> periods() {
    return drawUp.periods(Callers.viewerOf(acme), acme.id()).stream()
        .map(BillingPeriod::name)
        .toList();
  }
}
