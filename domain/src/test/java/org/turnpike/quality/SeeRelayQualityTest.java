package org.turnpike.quality;

import static org.assertj.core.api.Assertions.assertThat;
import static org.turnpike.world.Refusals.assertRefused;

import java.math.BigDecimal;
import java.time.Duration;
import java.time.Instant;
import java.util.EnumSet;
import java.util.Set;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.turnpike.audit.Actor;
import org.turnpike.identity.Caller;
import org.turnpike.identity.Scope;
import org.turnpike.shared.Rejected;
import org.turnpike.shared.TenantId;
import org.turnpike.shared.TimeRange;
import org.turnpike.tenant.Tenant;
import org.turnpike.tenant.TenantSamples;
import org.turnpike.world.Callers;
import org.turnpike.world.World;

class SeeRelayQualityTest {
  private final World world = new World();
  private final Tenant acme = world.samples.tenant("acme");
  private final Tenant other = world.samples.tenant("other");
  private final Instant start = world.clock().instant();
  private final TimeRange hour = new TimeRange(start, start.plus(Duration.ofHours(1)));
  private final SeeRelayQuality seeing =
      new SeeRelayQuality(world.relayReports(), world.tenants(), world.transactions());

  @Test
  void whoever_sees_usage_sees_how_calls_fared() {
    TenantSamples.setRelayReports(world, acme, true);
    ReportSamples.keep(
        world,
        acme.id(),
        ReportSamples.relayed().lost(25, 75),
        ReportSamples.went(Route.DIRECT, CallTransport.UDP).lost(0, 900),
        ReportSamples.failed(FailedJoin.TIMEOUT),
        ReportSamples.failed(FailedJoin.OTHER));
    for (Caller caller : Set.of(Callers.viewerOf(acme), Callers.finance(), Callers.operator())) {
      RelayQuality quality = seeing.of(caller, acme.id(), hour);
      assertThat(quality.taken()).isTrue();
      assertThat(quality.lastAt()).isEqualTo(start);
      assertThat(quality.whole().relayedRatio()).contains(new BigDecimal("0.500000"));
      assertThat(quality.whole().lossRatio()).contains(new BigDecimal("0.025000"));
      assertThat(quality.whole().bitsReceived()).contains(133_333L);
      assertThat(quality.whole().bitsSent()).contains(66_667L);
      assertThat(quality.byPath()).hasSize(2);
      assertThat(quality.failed()).isEqualTo(2);
    }
  }

  @Test
  void where_there_is_nothing_to_divide_by_there_is_no_ratio() {
    RelayQuality quality = seeing.of(Callers.viewerOf(acme), acme.id(), hour);
    assertThat(quality.taken()).isFalse();
    assertThat(quality.lastAt()).isNull();
    assertThat(quality.whole().relayedRatio()).isEmpty();
    assertThat(quality.whole().lossRatio()).isEmpty();
    assertThat(quality.whole().bitsReceived()).isEmpty();
  }

  @Test
  void another_tenants_is_not_there_and_without_the_scope_it_is_forbidden() {
    assertRefused(
        Rejected.Reason.NOT_FOUND, () -> seeing.of(Callers.viewerOf(other), acme.id(), hour));
    assertRefused(
        Rejected.Reason.NOT_FOUND,
        () -> seeing.of(Callers.operator(), new TenantId(UUID.randomUUID()), hour));
    Caller minting =
        Caller.of(Actor.SYSTEM, acme.id(), EnumSet.complementOf(EnumSet.of(Scope.USAGE)));
    assertRefused(Rejected.Reason.FORBIDDEN, () -> seeing.of(minting, acme.id(), hour));
  }
}
