package org.turnpike.persistence;

import static org.assertj.core.api.Assertions.assertThat;
import static org.turnpike.world.Refusals.assertInvalid;
import static org.turnpike.world.Refusals.assertRefused;

import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.BrokenBarrierException;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CyclicBarrier;
import java.util.function.IntConsumer;
import java.util.stream.IntStream;
import org.junit.jupiter.api.RepeatedTest;
import org.junit.jupiter.api.Test;
import org.turnpike.identity.Caller;
import org.turnpike.identity.ManageUsers;
import org.turnpike.identity.Role;
import org.turnpike.identity.RoleGrant;
import org.turnpike.shared.Rejected;
import org.turnpike.shared.TenantId;
import org.turnpike.tenant.AccountId;
import org.turnpike.tenant.CloudflareAccount;
import org.turnpike.tenant.ManageTenants;
import org.turnpike.tenant.Tenant;
import org.turnpike.tenant.TenantDetails;
import org.turnpike.world.Samples;

/** Calls at the same time are told what the others did, and are no fault of ours. */
class SameTimeTest {
  private static final int CALLS = 4;

  private final PostgresPorts ports = PostgresPorts.empty();
  private final Samples samples = new Samples(ports);
  private final CloudflareAccount account = samples.account();
  private final ManageTenants tenants =
      new ManageTenants(
          ports.tenants(),
          ports.apiKeys(),
          ports.accounts(),
          ports.plans(),
          ports.audit(),
          ports.epoch(),
          ports.transactions(),
          ports.clock());
  private final ManageUsers users =
      new ManageUsers(ports.users(), ports.audit(), ports.transactions(), ports.clock());

  @RepeatedTest(3)
  void of_four_tenants_with_one_slug_one_is_added() {
    List<Throwable> failures =
        together(call -> tenants.add(Caller.SYSTEM, named("Tenant " + call, "acme")));
    assertThat(failures)
        .hasSize(CALLS - 1)
        .allSatisfy(
            failure ->
                assertThat(failure)
                    .isInstanceOfSatisfying(
                        Rejected.class,
                        no -> assertThat(no.reason()).isEqualTo(Rejected.Reason.CONFLICT)));
    assertThat(tenants.all(Caller.SYSTEM)).hasSize(1);
  }

  @RepeatedTest(3)
  void of_four_users_with_one_address_one_is_invited() {
    Set<RoleGrant> operator = Set.of(new RoleGrant(Role.OPERATOR, null));
    List<Throwable> failures =
        together(call -> users.invite(Caller.SYSTEM, "a@example.com", "A", operator));
    assertThat(failures)
        .hasSize(CALLS - 1)
        .allSatisfy(
            failure ->
                assertThat(failure)
                    .isInstanceOf(Rejected.class)
                    .hasMessageStartingWith("There is a user with "));
  }

  @RepeatedTest(3)
  void of_four_changes_of_one_tenant_those_that_are_not_made_are_told_to_load_it_again() {
    Tenant acme = samples.tenant("acme", account);
    List<Throwable> failures =
        together(call -> tenants.change(Caller.SYSTEM, acme.id(), named("Name " + call, null)));
    assertThat(failures)
        .hasSizeLessThan(CALLS)
        .allSatisfy(
            failure ->
                assertThat(failure)
                    .isInstanceOf(Rejected.class)
                    .hasMessageContaining("load it again"));
  }

  @Test
  void a_role_for_a_tenant_that_does_not_exist_is_refused() {
    RoleGrant madeUp = new RoleGrant(Role.TENANT_ADMIN, new TenantId(UUID.randomUUID()));
    assertInvalid("roles", () -> users.invite(Caller.SYSTEM, "a@example.com", "A", Set.of(madeUp)));
    assertThat(users.list(Caller.SYSTEM)).isEmpty();
  }

  @Test
  void what_refers_to_nothing_is_refused() {
    TenantDetails details = named("Acme", "acme");
    Tenant adrift = new Tenant(details, new AccountId(UUID.randomUUID()), ports.clock().instant());
    assertRefused(
        Rejected.Reason.INVALID, () -> ports.transactions().run(() -> ports.tenants().add(adrift)));
  }

  private TenantDetails named(String name, String slug) {
    return new TenantDetails(name, slug, account.id(), null, null, null);
  }

  /** Makes the calls at once; what they threw. */
  private static List<Throwable> together(IntConsumer call) {
    CyclicBarrier start = new CyclicBarrier(CALLS);
    List<CompletableFuture<Throwable>> calls =
        IntStream.range(0, CALLS)
            .mapToObj(
                number ->
                    CompletableFuture.runAsync(
                            () -> {
                              await(start);
                              call.accept(number);
                            },
                            command -> new Thread(command).start())
                        .handle((done, failure) -> failure == null ? null : failure.getCause()))
            .toList();
    return calls.stream().map(CompletableFuture::join).filter(Objects::nonNull).toList();
  }

  private static void await(CyclicBarrier start) {
    try {
      start.await();
    } catch (InterruptedException | BrokenBarrierException e) {
      throw new IllegalStateException(e);
    }
  }
}
