package org.turnpike.usage;

import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.turnpike.shared.Slice;
import org.turnpike.shared.TimeRange;
import org.turnpike.tenant.Tenant;
import org.turnpike.turnkey.TurnKey;
import org.turnpike.turnkey.TurnKeyId;
import org.turnpike.usage.UsageLedger.Standing;
import org.turnpike.world.PortContract;

/** Tenants with TURN keys, and lines of their usage. */
abstract class LinesOfLedger extends PortContract {
  static final Instant NOON = Instant.parse("2026-11-22T12:00:00Z");
  static final Instant QUARTER_PAST = NOON.plus(UsageWindow.LENGTH);
  static final TimeRange HOUR = new TimeRange(NOON, NOON.plusSeconds(3600));

  final Tenant acme = samples.tenant("acme");
  final Tenant other = samples.tenant("other");
  final TurnKey main = samples.turnKey(acme, "main");
  final TurnKey second = samples.turnKey(acme, "second");
  final TurnKey theirs = samples.turnKey(other, "theirs");

  final UsageRecord first(TurnKey key, Instant window, long egress, long ingress) {
    return UsageRecord.first(key, reading(window, egress, ingress), ports.clock().instant());
  }

  final UsageRecord correction(
      TurnKey key, Instant window, Standing standing, long egress, long ingress) {
    return UsageRecord.correction(
        key, reading(window, egress, ingress), standing, ports.clock().instant());
  }

  static UsageReading reading(Instant window, long egress, long ingress) {
    return new UsageReading(window, RelayedVolume.ofBytes(egress, ingress));
  }

  final void append(UsageRecord... lines) {
    run(() -> ports.ledger().append(List.of(lines)));
  }

  final Map<TurnKeyId, RelayedVolume> totals() {
    return call(() -> ports.ledger().totals(Set.of(acme.id()), HOUR)).get(acme.id());
  }

  final List<UsageRecord> lines(TimeRange range) {
    return call(() -> ports.ledger().records(acme.id(), range, Slice.Request.first())).items();
  }
}
