package org.turnpike.attribution;

import static org.assertj.core.api.Assertions.assertThat;
import static org.turnpike.world.Refusals.assertInvalid;
import static org.turnpike.world.Refusals.assertRefused;

import java.time.Duration;
import org.junit.jupiter.api.Test;
import org.turnpike.identity.Caller;
import org.turnpike.shared.Rejected;
import org.turnpike.usage.RelayedVolume;
import org.turnpike.world.Callers;
import org.turnpike.world.World;

class WriteOffUsageTest {
  private final SharedKeys keys = new SharedKeys();
  private final World world = keys.world;
  private final Caller finance = Callers.finance();

  @Test
  void what_was_written_off_has_left_the_inbox_with_its_reason() {
    relay("lab", "2026-11-20T10:00:00Z", 100, 10);
    relay("other", "2026-11-20T10:00:00Z", 5, 0);
    WriteOffUsage.Written written = writeOff("lab", " Load test of our own ");
    assertThat(written.writeOff().volume()).isEqualTo(RelayedVolume.ofBytes(100, 10));
    assertThat(written.writeOff().reason()).isEqualTo("Load test of our own");
    assertThat(written.writeOff().by()).isEqualTo("FINANCE@example.com");
    assertThat(keys.writeOff.inbox(finance, 10).total())
        .isEqualTo(new UnattributedUsage.Total(1, RelayedVolume.ofBytes(5, 0)));
    assertThat(keys.writeOff.writeOffs(finance, 10))
        .extracting(WriteOffUsage.Written::writeOff)
        .containsExactly(written.writeOff());
    assertThat(world.acts()).startsWith("usage.written-off");
  }

  @Test
  void what_comes_later_is_in_the_inbox_again() {
    relay("lab", "2026-11-20T10:00:00Z", 100, 10);
    writeOff("lab", "Load test");
    relay("lab", "2026-11-22T11:00:00Z", 8, 1);
    assertThat(keys.writeOff.inbox(finance, 10).items())
        .singleElement()
        .extracting(item -> item.usage().volume())
        .isEqualTo(RelayedVolume.ofBytes(8, 1));
  }

  @Test
  void a_rule_gives_its_tenant_all_of_it_nevertheless() {
    relay("lab", "2026-11-20T10:00:00Z", 100, 10);
    writeOff("lab", "Load test");
    AttributionRule rule =
        keys.attribute
            .assign(finance, keys.shared.id(), new IdentifierPattern("lab"), keys.acme.id())
            .rule();
    assertThat(keys.of(keys.acme)).isEqualTo(RelayedVolume.ofBytes(100, 10));
    keys.attribute.end(finance, keys.shared.id(), rule.id());
    assertThat(keys.writeOff.inbox(finance, 10).items()).isEmpty();
  }

  @Test
  void nothing_is_written_off_twice_without_a_reason_or_of_what_is_somebody_s() {
    relay("lab", "2026-11-20T10:00:00Z", 100, 10);
    assertInvalid("reason", () -> writeOff("lab", " "));
    assertInvalid("reason", () -> writeOff("lab", "x".repeat(501)));
    writeOff("lab", "Load test");
    assertRefused(Rejected.Reason.CONFLICT, () -> writeOff("lab", "Load test"));
    relay("acme", "2026-11-20T10:00:00Z", 5, 0);
    keys.attribute.assign(finance, keys.shared.id(), new IdentifierPattern("acme"), keys.acme.id());
    assertRefused(Rejected.Reason.CONFLICT, () -> writeOff("acme", "Load test"));
    assertRefused(
        Rejected.Reason.NOT_FOUND,
        () -> keys.writeOff.writeOff(finance, keys.shared.id(), "Load test"));
  }

  @Test
  void an_inbox_of_no_length_is_refused() {
    assertInvalid("limit", () -> keys.writeOff.inbox(finance, 0));
    assertInvalid("limit", () -> keys.writeOff.writeOffs(finance, 1_001));
  }

  private void relay(String identifier, String window, long egress, long ingress) {
    world.meter.relayed(keys.shared, identifier, window, egress, ingress);
    world.clock().advance(Duration.ofHours(1));
    keys.collect();
  }

  private WriteOffUsage.Written writeOff(String identifier, String reason) {
    return keys.writeOff.writeOff(finance, keys.share(identifier).id(), reason);
  }
}
