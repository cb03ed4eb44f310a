package org.turnpike.analytics;

import java.time.Instant;
import org.turnpike.credential.CredentialGrant;
import org.turnpike.shared.Reach;
import org.turnpike.turnkey.TurnKey;
import org.turnpike.usage.RelayedVolume;
import org.turnpike.world.Ports;

/** Possible leaks as an examination would leave them. */
public final class LeakSamples {
  static final Asked ASKED =
      new Asked("query", Instant.parse("2026-11-22T12:00:00Z"), "00".repeat(32));

  private LeakSamples() {}

  /** One of an hour that nobody's credential used. */
  public static PossibleLeak add(
      Ports ports, TurnKey key, String username, String hour, long egress) {
    return add(ports, key, username, LeakReason.NEVER_ISSUED, null, hour, egress);
  }

  static PossibleLeak add(
      Ports ports,
      TurnKey key,
      String username,
      LeakReason reason,
      CredentialGrant grant,
      String hour,
      long egress) {
    PossibleLeak leak = new PossibleLeak(key, username, reason, grant, ports.clock().instant());
    leak.add(use(username, hour, egress), ASKED);
    ports.transactions().run(Reach.EVERYONE, () -> ports.leaks().add(leak));
    return leak;
  }

  static Share<String> use(String username, String hour, long egress) {
    return new Share<>(Instant.parse(hour), username, RelayedVolume.ofBytes(egress, egress / 2));
  }
}
