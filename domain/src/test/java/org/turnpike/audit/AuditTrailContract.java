package org.turnpike.audit;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.turnpike.audit.AuditTrail.Question;
import org.turnpike.shared.Slice;
import org.turnpike.shared.TenantId;
import org.turnpike.world.PortContract;

public abstract class AuditTrailContract extends PortContract {
  private static final Question ANY = new Question(null, null, null, null);

  private final Actor alice =
      new Actor(Actor.Kind.USER, UUID.randomUUID(), "Alice@example.com", "192.0.2.1");
  private final TenantId ours = new TenantId(UUID.randomUUID());
  private final TenantId theirs = new TenantId(UUID.randomUUID());

  @Test
  void an_entry_is_kept_as_it_was_told() {
    AuditEntry told = tell(alice, ours, "turn-key.created", "main", "uid abc");
    AuditEntry kept = find(ANY, Slice.Request.first()).items().get(0);
    assertThat(kept).usingRecursiveComparison().isEqualTo(told);
  }

  @Test
  void the_system_acts_for_nobody_from_nowhere() {
    AuditEntry told = tell(Actor.SYSTEM, null, "user.created", "a", null);
    AuditEntry kept = find(ANY, Slice.Request.first()).items().get(0);
    assertThat(kept).usingRecursiveComparison().isEqualTo(told);
    assertThat(kept.actor()).isEqualTo(Actor.SYSTEM);
    assertThat(kept.tenant()).isNull();
  }

  @Test
  void entries_come_newest_first_a_page_at_a_time() {
    for (int i = 1; i <= 5; i++) {
      tell(alice, ours, "act." + i, "s", null);
    }
    Slice<AuditEntry> first = find(ANY, new Slice.Request(2, null));
    Slice<AuditEntry> second = find(ANY, new Slice.Request(2, first.next()));
    Slice<AuditEntry> third = find(ANY, new Slice.Request(2, second.next()));
    assertThat(actions(first)).containsExactly("act.5", "act.4");
    assertThat(actions(second)).containsExactly("act.3", "act.2");
    assertThat(actions(third)).containsExactly("act.1");
    assertThat(third.next()).isNull();
  }

  @Test
  void a_last_page_that_is_full_is_still_the_last() {
    tell(alice, ours, "act.1", "s", null);
    tell(alice, ours, "act.2", "s", null);
    assertThat(find(ANY, new Slice.Request(2, null)).next()).isNull();
  }

  @Test
  void only_entries_of_these_tenants_are_found_and_none_that_concern_no_tenant() {
    tell(alice, ours, "ours", "s", null);
    tell(alice, theirs, "theirs", "s", null);
    tell(alice, null, "nobody's", "s", null);
    assertThat(actions(new Question(Set.of(ours), null, null, null))).containsExactly("ours");
    assertThat(actions(new Question(Set.of(), null, null, null))).isEmpty();
    assertThat(actions(ANY)).containsExactly("nobody's", "theirs", "ours");
  }

  @Test
  void text_is_found_in_action_subject_actor_and_detail_whatever_the_case() {
    tell(alice, ours, "turn-key.created", "Main Hall", "uid 50%_x");
    for (String text : List.of("KEY.created", "main hall", "alice@", "UID", "50%_", "TURN-key")) {
      assertThat(actions(new Question(null, text, null, null))).as(text).hasSize(1);
    }
    assertThat(actions(new Question(null, "50x", null, null))).isEmpty();
    assertThat(actions(new Question(null, "192.0.2", null, null))).isEmpty();
  }

  @Test
  void a_span_of_time_holds_its_start_and_not_its_end() {
    Instant start = ports.clock().instant();
    tell(alice, ours, "first", "s", null);
    tell(alice, ours, "second", "s", null);
    tell(alice, ours, "third", "s", null);
    assertThat(actions(new Question(null, null, start.plusSeconds(1), start.plusSeconds(2))))
        .containsExactly("second");
  }

  private AuditEntry tell(
      Actor actor, TenantId tenant, String action, String subject, String detail) {
    AuditEntry entry =
        new AuditEntry(ports.clock().instant(), actor, tenant, action, subject, detail);
    run(() -> ports.audit().append(entry));
    ports.clock().advance(Duration.ofSeconds(1));
    return entry;
  }

  private Slice<AuditEntry> find(Question question, Slice.Request page) {
    return call(() -> ports.audit().find(question, page));
  }

  private List<String> actions(Question question) {
    return actions(find(question, Slice.Request.first()));
  }

  private static List<String> actions(Slice<AuditEntry> slice) {
    return slice.map(AuditEntry::action).items();
  }
}
