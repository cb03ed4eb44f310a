package org.turnpike.analytics;

import static org.assertj.core.api.Assertions.assertThat;
import static org.turnpike.world.Callers.adminOf;
import static org.turnpike.world.Callers.finance;
import static org.turnpike.world.Callers.operator;
import static org.turnpike.world.Callers.viewerOf;
import static org.turnpike.world.Refusals.assertInvalid;
import static org.turnpike.world.Refusals.assertRefused;

import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.turnpike.audit.AuditEntry;
import org.turnpike.identity.Caller;
import org.turnpike.shared.Reach;
import org.turnpike.shared.Rejected.Reason;
import org.turnpike.shared.Slice;
import org.turnpike.tenant.Tenant;
import org.turnpike.turnkey.TurnKey;
import org.turnpike.world.World;

class SeeLeaksTest {
  private static final String TEN = "2026-11-22T10:00:00Z";

  private final World world = new World();
  private final Tenant acme = world.samples.tenant("acme");
  private final Tenant other = world.samples.tenant("other");
  private final TurnKey key = world.samples.turnKey(acme);
  private final TurnKey theirs = world.samples.turnKey(other);
  private final PossibleLeak leak = LeakSamples.add(world, key, "0123456789", TEN, 100);
  private final SeeLeaks see =
      new SeeLeaks(
          world.leaks(),
          world.turnKeys(),
          world.tenants(),
          world.audit(),
          world.transactions(),
          world.clock());

  @Test
  void whoever_sees_the_tenants_usage_sees_its_leaks_and_nobody_another_tenants() {
    for (Caller caller : List.of(operator(), finance(), adminOf(acme), viewerOf(acme))) {
      assertThat(list(caller)).extracting(PossibleLeak::id).containsExactly(leak.id());
      assertThat(see.open(caller, acme.id()).leaks()).isEqualTo(1);
      assertThat(see.open(caller)).containsOnlyKeys(acme.id());
    }
    assertRefused(Reason.NOT_FOUND, () -> list(adminOf(other)));
    assertRefused(Reason.NOT_FOUND, () -> see.open(adminOf(other), acme.id()));
    assertThat(see.open(adminOf(other))).isEmpty();
    assertThat(see.open(adminOf(other), other.id())).isEqualTo(PossibleLeaks.Open.NONE);
  }

  @Test
  void whose_credential_it_was_is_for_whoever_sees_grants() {
    assertThat(SeeLeaks.maySeeHolders(operator(), acme.id())).isTrue();
    assertThat(SeeLeaks.maySeeHolders(adminOf(acme), acme.id())).isTrue();
    assertThat(SeeLeaks.maySeeHolders(viewerOf(acme), acme.id())).isFalse();
    assertThat(SeeLeaks.maySeeHolders(finance(), acme.id())).isFalse();
    assertThat(leak.usernameHint()).isEqualTo("01234567…");
  }

  @Test
  void what_the_caller_may_not_see_is_not_searched_either() {
    for (Caller caller : List.of(operator(), adminOf(acme), viewerOf(acme), finance())) {
      assertThat(search(caller, "01234567")).isEqualTo(1);
      assertThat(search(caller, "01234567…")).as("the hint as it is shown").isEqualTo(1);
      assertThat(search(caller, null)).isEqualTo(1);
      assertThat(search(caller, "1")).isZero();
    }
    assertThat(search(adminOf(acme), "012345678")).isEqualTo(1);
    assertThat(search(viewerOf(acme), "012345678")).isZero();
    assertThat(search(finance(), "012345678")).isZero();
    assertRefused(Reason.NOT_FOUND, () -> search(adminOf(other), null));
  }

  @Test
  void the_largest_is_found_and_shown_however_many_are_newer() {
    for (int one = 0; one < Slice.MOST; one++) {
      LeakSamples.add(world, key, "small " + one, TEN, 1);
    }
    PossibleLeaks.Found found =
        see.search(operator(), question(), null, PossibleLeaks.Order.LARGEST);
    assertThat(found.first()).hasSize(Slice.MOST);
    assertThat(found.first().get(0).id()).isEqualTo(leak.id());
    assertThat(found.all()).isEqualTo(Slice.MOST + 1);
    assertThat(see.search(operator(), question(), "0123", PossibleLeaks.Order.NEWEST).first())
        .extracting(PossibleLeak::id)
        .containsExactly(leak.id());
  }

  @Test
  void whoever_manages_the_tenants_keys_dismisses_one_and_the_trail_tells() {
    see.dismiss(adminOf(acme), acme.id(), leak.id(), " anna's own test ");
    assertThat(see.open(operator(), acme.id()).leaks()).isZero();
    PossibleLeak dismissed = list(operator()).get(0);
    assertThat(dismissed.dismissedWhy()).isEqualTo("anna's own test");
    assertThat(dismissed.dismissedBy()).isEqualTo("TENANT_ADMIN@example.com");
    assertThat(dismissed.dismissedAt()).isEqualTo(world.clock().instant());
    AuditEntry entry = world.entries().get(0);
    assertThat(entry.action()).isEqualTo("possible-leak.dismissed");
    assertThat(entry.subject()).contains(leak.id().toString());
    assertThat(entry.detail()).isEqualTo("never-issued").doesNotContain("anna");
    assertRefused(
        Reason.CONFLICT, () -> see.dismiss(operator(), acme.id(), leak.id(), "once more"));
  }

  @Test
  void others_do_not_and_none_without_a_reason() {
    for (Caller caller : List.of(finance(), viewerOf(acme))) {
      assertRefused(Reason.FORBIDDEN, () -> see.dismiss(caller, acme.id(), leak.id(), "why"));
    }
    assertRefused(Reason.NOT_FOUND, () -> see.dismiss(adminOf(other), acme.id(), leak.id(), "why"));
    assertRefused(
        Reason.NOT_FOUND, () -> see.dismiss(adminOf(other), other.id(), leak.id(), "why"));
    LeakId none = new LeakId(UUID.randomUUID());
    assertRefused(Reason.NOT_FOUND, () -> see.dismiss(operator(), acme.id(), none, "why"));
    for (String why : new String[] {null, " ", "x".repeat(501)}) {
      assertInvalid("why", () -> see.dismiss(operator(), acme.id(), leak.id(), why));
    }
    assertThat(list(operator())).allMatch(PossibleLeak::isOpen);
  }

  @Test
  void a_tenant_is_examined_until_when_the_key_furthest_behind_is() {
    assertThat(see.examinedThrough(operator(), acme.id())).isEmpty();
    TurnKey second = world.samples.turnKey(acme, "second");
    examined(key, "2026-11-22T10:00:00Z");
    examined(theirs, "2026-11-22T08:00:00Z");
    assertThat(see.examinedThrough(operator(), acme.id())).as("one never was").isEmpty();
    examined(second, "2026-11-22T09:00:00Z");
    assertThat(see.examinedThrough(viewerOf(acme), acme.id()))
        .contains(Instant.parse("2026-11-22T09:00:00Z"));
  }

  private void examined(TurnKey of, String through) {
    world
        .transactions()
        .run(Reach.EVERYONE, () -> world.leaks().examined(of, Instant.parse(through)));
  }

  private List<PossibleLeak> list(Caller caller) {
    return see.list(caller, question(), Slice.Request.first()).items();
  }

  private long search(Caller caller, String text) {
    return see.search(caller, question(), text, PossibleLeaks.Order.LARGEST).all();
  }

  private PossibleLeaks.Question question() {
    return new PossibleLeaks.Question(acme.id(), null, null);
  }
}
