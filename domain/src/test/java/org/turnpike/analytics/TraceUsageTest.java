package org.turnpike.analytics;

import static org.assertj.core.api.Assertions.assertThat;
import static org.turnpike.world.Refusals.assertRefused;

import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.turnpike.shared.Reach;
import org.turnpike.shared.Rejected;
import org.turnpike.shared.Slice;
import org.turnpike.shared.TimeRange;
import org.turnpike.tenant.Tenant;
import org.turnpike.turnkey.TurnKey;
import org.turnpike.usage.RelayedVolume;
import org.turnpike.usage.UsageReading;
import org.turnpike.usage.UsageRecord;
import org.turnpike.usage.UsageReply;
import org.turnpike.usage.UsageSamples;
import org.turnpike.world.Callers;
import org.turnpike.world.World;

class TraceUsageTest {
  private static final Instant TEN = Instant.parse("2026-11-22T10:00:00Z");
  private static final TimeRange HOUR = new TimeRange(TEN, TEN.plusSeconds(3600));

  private final World world = new World();
  private final Tenant acme = world.samples.tenant("acme");
  private final Tenant other = world.samples.tenant("other");
  private final TurnKey key = world.samples.turnKey(acme);
  private final TraceUsage trace = new TraceUsage(world.usageReplies(), world.transactions());

  @BeforeEach
  void usage_was_read() {
    UsageReading reading = new UsageReading(TEN, RelayedVolume.ofBytes(100, 10));
    UsageSamples.post(world, key, HOUR, List.of(reading));
  }

  @Test
  void a_line_leads_to_the_answer_it_came_from() {
    UsageReply reply = trace.reply(Callers.viewerOf(acme), acme.id(), line().reply());
    assertThat(reply.range()).isEqualTo(HOUR);
    assertThat(reply.evidence().reply()).contains("100 B");
    assertThat(trace.hashes(Callers.viewerOf(acme), List.of(line())))
        .containsOnlyKeys(line().reply())
        .containsValue(reply.sha256());
  }

  @Test
  void lines_without_an_answer_have_no_hash() {
    UsageSamples.relayed(world, key, "2026-11-22T11:00:00Z", 1, 1);
    assertThat(trace.hashes(Callers.operator(), lines())).hasSize(1);
  }

  @Test
  void another_tenant_s_answer_does_not_exist() {
    assertRefused(
        Rejected.Reason.NOT_FOUND,
        () -> trace.reply(Callers.adminOf(other), acme.id(), line().reply()));
    assertRefused(
        Rejected.Reason.NOT_FOUND,
        () -> trace.reply(Callers.adminOf(other), other.id(), line().reply()));
    assertRefused(
        Rejected.Reason.NOT_FOUND,
        () -> trace.reply(Callers.operator(), other.id(), line().reply()));
    assertThat(trace.hashes(Callers.adminOf(other), List.of(line()))).isEmpty();
  }

  private UsageRecord line() {
    return lines().get(0);
  }

  private List<UsageRecord> lines() {
    TimeRange ever = new TimeRange(TimeRange.EARLIEST, TimeRange.LATEST);
    return world
        .transactions()
        .call(Reach.EVERYONE, () -> world.ledger().records(acme.id(), ever, Slice.Request.first()))
        .items();
  }
}
