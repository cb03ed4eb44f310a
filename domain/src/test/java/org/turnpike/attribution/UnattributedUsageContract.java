package org.turnpike.attribution;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.turnpike.shared.TimeRange;
import org.turnpike.tenant.CloudflareAccount;
import org.turnpike.tenant.Tenant;
import org.turnpike.turnkey.TurnKey;
import org.turnpike.usage.RelayedVolume;
import org.turnpike.usage.RuleId;
import org.turnpike.usage.UsageReading;
import org.turnpike.usage.UsageSamples;
import org.turnpike.world.PortContract;

public abstract class UnattributedUsageContract extends PortContract {
  private static final LocalDate RESTATED = LocalDate.parse("2026-11-21");

  private final CloudflareAccount account = samples.account();
  private final Tenant acme = samples.tenant("acme", account);
  private final TurnKey shared = samples.sharedKey(account);
  private final TurnKey small = share("small");
  private final TurnKey large = share("large");

  @Test
  void there_is_nothing_at_first() {
    assertThat(total()).isEqualTo(new UnattributedUsage.Total(0, RelayedVolume.NONE));
    assertThat(call(() -> ports.unattributed().largest(10))).isEmpty();
    assertThat(call(() -> ports.unattributed().writeOffs(10))).isEmpty();
  }

  @Test
  void what_is_nobody_s_is_told_by_share_the_largest_first() {
    UsageSamples.relayed(ports, small, "2026-11-22T10:00:00Z", 5, 1);
    UsageSamples.relayed(ports, large, "2026-11-20T23:45:00Z", 100, 10);
    UsageSamples.relayed(ports, large, "2026-11-22T10:00:00Z", 7, 0);
    UsageSamples.relayed(ports, samples.turnKey(acme), "2026-11-22T10:00:00Z", 1_000, 0);
    UnattributedUsage.Outstanding most =
        new UnattributedUsage.Outstanding(
            large.id(),
            RelayedVolume.ofBytes(107, 10),
            LocalDate.parse("2026-11-20"),
            LocalDate.parse("2026-11-22"));
    assertThat(total()).isEqualTo(new UnattributedUsage.Total(2, RelayedVolume.ofBytes(112, 11)));
    assertThat(call(() -> ports.unattributed().largest(1))).containsExactly(most);
    assertThat(call(() -> ports.unattributed().find(large.id()))).contains(most);
    assertThat(call(() -> ports.unattributed().find(shared.id()))).isEmpty();
  }

  @Test
  void what_was_written_off_is_left_out() {
    UsageSamples.relayed(ports, small, "2026-11-22T10:00:00Z", 5, 1);
    UsageSamples.relayed(ports, large, "2026-11-22T10:00:00Z", 100, 10);
    WriteOff all = writeOff(small, 5, 1);
    WriteOff some = writeOff(large, 60, 0);
    run(() -> ports.unattributed().add(all));
    run(() -> ports.unattributed().add(some));
    assertThat(total()).isEqualTo(new UnattributedUsage.Total(1, RelayedVolume.ofBytes(40, 10)));
    assertThat(call(() -> ports.unattributed().find(small.id()))).isEmpty();
    assertThat(call(() -> ports.unattributed().writeOffs(1))).containsExactly(some);
    assertThat(call(() -> ports.unattributed().writeOffs(9))).containsExactly(some, all);
  }

  @Test
  void what_was_taken_back_after_it_was_written_off_is_left_out_and_counts_against_no_other() {
    UsageSamples.relayed(ports, small, "2026-11-22T10:00:00Z", 5, 1);
    restate(large, 100, 10);
    run(() -> ports.unattributed().add(writeOff(large, 100, 10)));
    restate(large, 0, 0);
    assertThat(total()).isEqualTo(new UnattributedUsage.Total(1, RelayedVolume.ofBytes(5, 1)));
    assertThat(largest())
        .extracting(UnattributedUsage.Outstanding::share)
        .containsExactly(small.id());
    assertThat(call(() -> ports.unattributed().find(large.id()))).isEmpty();
    restate(large, 70, 25);
    assertThat(total()).isEqualTo(new UnattributedUsage.Total(2, RelayedVolume.ofBytes(5, 16)));
    assertThat(call(() -> ports.unattributed().find(large.id())))
        .contains(
            new UnattributedUsage.Outstanding(
                large.id(), RelayedVolume.ofBytes(0, 15), RESTATED, RESTATED));
  }

  @Test
  void what_has_an_owner_is_left_out_with_its_write_offs() {
    UsageSamples.relayed(ports, large, "2026-11-22T10:00:00Z", 100, 10);
    run(() -> ports.unattributed().add(writeOff(large, 60, 0)));
    transfer(acme);
    assertThat(total()).isEqualTo(new UnattributedUsage.Total(0, RelayedVolume.NONE));
    transfer(null);
    assertThat(total()).isEqualTo(new UnattributedUsage.Total(1, RelayedVolume.ofBytes(40, 10)));
  }

  private void transfer(Tenant owner) {
    run(
        () ->
            UsageSamples.transferring(ports)
                .transfer(
                    ports.turnKeys().findToChange(large.id()).orElseThrow(),
                    owner == null ? null : owner.id(),
                    new RuleId(UUID.randomUUID())));
  }

  /** Cloudflare says so of a window now. */
  private void restate(TurnKey share, long egress, long ingress) {
    Instant start = RESTATED.atStartOfDay(ZoneOffset.UTC).toInstant();
    TimeRange window = new TimeRange(start, start.plus(Duration.ofMinutes(15)));
    UsageSamples.post(
        ports,
        share,
        window,
        List.of(new UsageReading(start, RelayedVolume.ofBytes(egress, ingress))));
  }

  private List<UnattributedUsage.Outstanding> largest() {
    return call(() -> ports.unattributed().largest(10));
  }

  private UnattributedUsage.Total total() {
    return call(() -> ports.unattributed().total());
  }

  private WriteOff writeOff(TurnKey share, long egress, long ingress) {
    ports.clock().advance(Duration.ofSeconds(1));
    return new WriteOff(
        UUID.randomUUID(),
        share.id(),
        RelayedVolume.ofBytes(egress, ingress),
        "A test of our own",
        ports.clock().instant(),
        "finance@example.com");
  }

  private TurnKey share(String identifier) {
    TurnKey share = shared.share(identifier, null, ports.clock().instant());
    run(() -> ports.turnKeys().add(share));
    return share;
  }
}
