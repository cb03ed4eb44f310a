package org.turnpike.identity;

import static org.assertj.core.api.Assertions.assertThat;
import static org.turnpike.world.Refusals.assertInvalid;
import static org.turnpike.world.Refusals.assertRefused;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.turnpike.audit.AuditEntry;
import org.turnpike.shared.Rejected;
import org.turnpike.shared.Slice;
import org.turnpike.tenant.Tenant;
import org.turnpike.world.Callers;
import org.turnpike.world.World;

class ReadAuditTrailTest {
  private final World world = new World();
  private final Tenant acme = world.samples.tenant("acme");
  private final Tenant other = world.samples.tenant("other");
  private final ReadAuditTrail read = new ReadAuditTrail(world.audit(), world.transactions());
  private final Instant start = world.clock().instant();

  @BeforeEach
  void things_happened() {
    tell("user.invited", null);
    tell("tenant.added", acme);
    tell("tenant.added", other);
    tell("tenant.suspended", acme);
  }

  @Test
  void one_reads_the_entries_of_one_s_reach_newest_first() {
    assertThat(actions(Callers.operator(), null, null, null))
        .containsExactly("tenant.suspended", "tenant.added", "tenant.added", "user.invited");
    assertThat(actions(Callers.adminOf(acme), null, null, null))
        .containsExactly("tenant.suspended", "tenant.added");
    assertRefused(
        Rejected.Reason.FORBIDDEN, () -> actions(Callers.viewerOf(acme), null, null, null));
  }

  @Test
  void they_are_found_by_text_and_time() {
    assertThat(actions(Callers.operator(), "SUSPENDED", null, null))
        .containsExactly("tenant.suspended");
    assertThat(actions(Callers.operator(), null, start.plusSeconds(1), start.plusSeconds(3)))
        .containsExactly("tenant.added", "tenant.added");
  }

  @Test
  void what_no_entry_can_match_is_refused() {
    assertInvalid("text", () -> actions(Callers.operator(), "a\u0000", null, null));
    assertInvalid("from", () -> actions(Callers.operator(), null, Instant.MIN, null));
    assertInvalid("to", () -> actions(Callers.operator(), null, start, start));
  }

  private void tell(String action, Tenant tenant) {
    world
        .transactions()
        .run(
            () ->
                world
                    .audit()
                    .append(
                        new AuditEntry(
                            world.clock().instant(),
                            Caller.SYSTEM.actor(),
                            tenant == null ? null : tenant.id(),
                            action,
                            "subject",
                            null)));
    world.clock().advance(Duration.ofSeconds(1));
  }

  private List<String> actions(Caller caller, String text, Instant from, Instant to) {
    return read.read(caller, text, from, to, Slice.Request.first()).map(AuditEntry::action).items();
  }
}
