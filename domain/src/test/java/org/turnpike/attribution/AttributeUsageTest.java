package org.turnpike.attribution;

import static org.assertj.core.api.Assertions.assertThat;
import static org.turnpike.world.Refusals.assertInvalid;
import static org.turnpike.world.Refusals.assertRefused;

import java.time.Duration;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.turnpike.identity.Caller;
import org.turnpike.shared.Rejected;
import org.turnpike.tenant.Tenant;
import org.turnpike.turnkey.TurnKey;
import org.turnpike.usage.CollectionMark;
import org.turnpike.usage.RelayedVolume;
import org.turnpike.usage.UsageRecord;
import org.turnpike.usage.UsageSamples;
import org.turnpike.world.Callers;
import org.turnpike.world.World;

class AttributeUsageTest {
  private final SharedKeys keys = new SharedKeys();
  private final World world = keys.world;
  private final Caller finance = Callers.finance();

  @BeforeEach
  void relay() {
    world.meter.relayed(keys.shared, "acme/anna", "2026-11-20T10:00:00Z", 100, 10);
    world.meter.relayed(keys.shared, "acme/ben", "2026-11-21T10:00:00Z", 40, 4);
    world.meter.relayed(keys.shared, "beta", "2026-11-21T10:00:00Z", 7, 1);
    world.meter.relayed(keys.shared, "", "2026-11-22T10:00:00Z", 3, 0);
    keys.collect();
  }

  @Test
  void what_no_rule_claims_is_nobody_s_by_identifier() {
    assertThat(keys.writeOff.inbox(finance, 10).total())
        .isEqualTo(new UnattributedUsage.Total(4, RelayedVolume.ofBytes(150, 15)));
    assertThat(keys.writeOff.inbox(finance, 2).items())
        .extracting(item -> item.share().identifier())
        .containsExactly("acme/anna", "acme/ben");
    assertThat(keys.writeOff.inbox(finance, 10).items())
        .extracting(item -> item.share().name())
        .containsExactly(
            "Meetings: acme/anna", "Meetings: acme/ben", "Meetings: beta", "Meetings: untagged");
  }

  @Test
  void a_rule_gives_what_there_is_and_what_comes_to_its_tenant() {
    assertThat(assign("acme/*", keys.acme).identifiers()).isEqualTo(2);
    assertThat(keys.of(keys.acme)).isEqualTo(RelayedVolume.ofBytes(140, 14));

    world.meter.relayed(keys.shared, "acme/anna", "2026-11-22T11:00:00Z", 1_000, 0);
    world.meter.relayed(keys.shared, "acme/new", "2026-11-22T11:00:00Z", 20_000, 0);
    world.clock().advance(Duration.ofHours(1));
    keys.collect();

    assertThat(keys.of(keys.acme)).isEqualTo(RelayedVolume.ofBytes(21_140, 14));
    assertThat(keys.writeOff.inbox(finance, 10).total())
        .isEqualTo(new UnattributedUsage.Total(2, RelayedVolume.ofBytes(10, 1)));
  }

  @Test
  void two_lines_carry_a_window_over_and_say_by_which_rule() {
    AttributionRule rule = assign("acme/anna", keys.acme).rule();
    List<UsageRecord> lines = UsageSamples.lines(world, keys.acme);
    assertThat(lines).singleElement().extracting(UsageRecord::rule).isEqualTo(rule.id());
    assertThat(lines.get(0).change()).isEqualTo(RelayedVolume.ofBytes(100, 10));
    assertThat(lines.get(0).read()).isEqualTo(RelayedVolume.ofBytes(100, 10));
    assertThat(lines.get(0).revision()).isEqualTo(2);
  }

  @Test
  void how_far_it_is_collected_is_its_new_owner_s_to_know() {
    assign("beta", keys.beta);
    assertThat(world.transactions().call(() -> world.marks().find(keys.share("beta").id())))
        .get()
        .extracting(CollectionMark::tenant)
        .isEqualTo(keys.beta.id());
  }

  @Test
  void what_is_restated_later_corrects_the_new_owner_s() {
    assign("acme/anna", keys.acme);
    world.meter.relayed(keys.shared, "acme/anna", "2026-11-20T10:00:00Z", 90, 10);
    world.clock().advance(Duration.ofDays(1));
    keys.collect();
    assertThat(keys.of(keys.acme)).isEqualTo(RelayedVolume.ofBytes(90, 10));
    assertThat(keys.writeOff.inbox(finance, 10).total().shares()).isEqualTo(3);
  }

  @Test
  void the_more_precise_rule_decides_whichever_came_first() {
    assign("acme/*", keys.acme);
    assertThat(assign("acme/ben", keys.beta).identifiers()).isEqualTo(1);
    assertThat(assign("*", keys.beta).identifiers()).isEqualTo(2);
    assertThat(keys.of(keys.acme)).isEqualTo(RelayedVolume.ofBytes(100, 10));
    assertThat(keys.of(keys.beta)).isEqualTo(RelayedVolume.ofBytes(50, 5));
    assertThat(keys.writeOff.inbox(finance, 10).items()).isEmpty();
  }

  @Test
  void when_a_rule_ends_the_others_decide() {
    assign("*", keys.beta);
    AttributeUsage.Attributed precise = assign("acme/*", keys.acme);
    assertThat(keys.attribute.end(finance, keys.shared.id(), precise.rule().id()).identifiers())
        .isEqualTo(2);
    assertThat(keys.of(keys.acme)).isEqualTo(RelayedVolume.NONE);
    assertThat(keys.of(keys.beta)).isEqualTo(RelayedVolume.ofBytes(150, 15));
    AttributionRule rest = keys.attribute.rules(finance, keys.shared.id()).get(0);
    keys.attribute.end(finance, keys.shared.id(), rest.id());
    assertThat(keys.writeOff.inbox(finance, 10).total())
        .isEqualTo(new UnattributedUsage.Total(4, RelayedVolume.ofBytes(150, 15)));
    assertThat(keys.attribute.rules(finance, keys.shared.id())).isEmpty();
    assertRefused(
        Rejected.Reason.CONFLICT,
        () -> keys.attribute.end(finance, keys.shared.id(), precise.rule().id()));
  }

  @Test
  void a_tenant_sees_its_share_among_what_its_usage_is_metered_by_and_mints_with_none() {
    assign("beta", keys.beta);
    TurnKey share = keys.share("beta");
    assertThat(metered(keys.beta)).extracting(TurnKey::id).containsExactly(share.id());
    assertThat(world.transactions().call(() -> world.turnKeys().of(keys.beta.id()))).isEmpty();
  }

  @Test
  void a_pattern_is_taken_once_and_only_by_a_tenant_of_the_account() {
    assign("beta", keys.beta);
    assertRefused(Rejected.Reason.CONFLICT, () -> assign("beta", keys.acme));
    Tenant elsewhere = world.samples.tenant("elsewhere");
    assertInvalid("tenantId", () -> assign("gamma", elsewhere));
    IdentifierPattern gamma = new IdentifierPattern("gamma");
    assertInvalid("tenantId", () -> keys.attribute.assign(finance, keys.shared.id(), gamma, null));
    assertThat(keys.attribute.rules(finance, keys.shared.id())).hasSize(1);
  }

  @Test
  void the_audit_trail_tells_it_without_naming_a_person() {
    assign("acme/anna", keys.acme);
    assertThat(world.acts()).startsWith("attribution-rule.added");
    assertThat(world.entries().get(0).detail()).contains("1 identifiers").doesNotContain("anna");
    assertThat(world.entries().get(0).tenant()).isEqualTo(keys.acme.id());
  }

  @Test
  void tenants_have_no_say_in_it() {
    IdentifierPattern all = new IdentifierPattern("*");
    for (Caller caller : List.of(Callers.adminOf(keys.acme), Callers.viewerOf(keys.acme))) {
      assertRefused(
          Rejected.Reason.FORBIDDEN,
          () -> keys.attribute.assign(caller, keys.shared.id(), all, keys.acme.id()));
      assertRefused(
          Rejected.Reason.FORBIDDEN, () -> keys.attribute.rules(caller, keys.shared.id()));
      assertRefused(Rejected.Reason.FORBIDDEN, () -> keys.writeOff.inbox(caller, 1));
    }
    TurnKey own = world.samples.turnKey(keys.acme);
    assertRefused(
        Rejected.Reason.NOT_FOUND,
        () -> keys.attribute.assign(finance, own.id(), all, keys.acme.id()));
  }

  private AttributeUsage.Attributed assign(String pattern, Tenant tenant) {
    return keys.attribute.assign(
        finance, keys.shared.id(), new IdentifierPattern(pattern), tenant.id());
  }

  private List<TurnKey> metered(Tenant tenant) {
    return world.transactions().call(() -> world.turnKeys().meteredFor(Set.of(tenant.id())));
  }
}
