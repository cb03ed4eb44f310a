package org.turnpike.usage;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Instant;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.turnpike.shared.Reach;
import org.turnpike.shared.TimeRange;
import org.turnpike.shared.Transactions;
import org.turnpike.tenant.Tenant;
import org.turnpike.turnkey.TurnKey;
import org.turnpike.world.PortContract;

public abstract class UsageRepliesContract extends PortContract {
  private static final Instant NOON = Instant.parse("2026-11-22T12:00:00Z");
  private static final TimeRange HOUR = new TimeRange(NOON, NOON.plusSeconds(3600));
  private static final TimeRange NEXT = new TimeRange(HOUR.end(), HOUR.end().plusSeconds(3600));
  private static final String BODY = "{\"data\": \"\u00e9\u20ac\ud83d\ude00\"}\n";

  private final Tenant acme = samples.tenant("acme");
  private final Tenant other = samples.tenant("other");
  private final TurnKey ours = samples.turnKey(acme);
  private final TurnKey theirs = samples.turnKey(other);

  @Test
  void an_answer_is_kept_byte_for_byte_with_its_question() {
    ReplyId id = keep(ours, HOUR, NOON.plusNanos(123_456_000), BODY);
    UsageReply kept = call(() -> ports.usageReplies().find(acme.id(), id).orElseThrow());
    assertThat(kept.evidence())
        .isEqualTo(new Evidence("question", NOON.plusNanos(123_456_000), BODY));
    assertThat(kept.id()).isEqualTo(id);
    assertThat(kept.turnKey()).isEqualTo(ours.id());
    assertThat(kept.range()).isEqualTo(HOUR);
    assertThat(kept.sha256()).matches("[0-9a-f]{64}");
    assertThat(call(() -> ports.usageReplies().hashes(Set.of(id))))
        .containsOnlyKeys(id)
        .containsValue(kept.sha256());
    assertThat(call(() -> ports.usageReplies().hashes(Set.of()))).isEmpty();
  }

  @Test
  void one_with_the_bytes_of_the_last_of_its_key_and_range_is_that_one() {
    ReplyId first = keep(ours, HOUR, NOON, BODY);
    assertThat(keep(ours, HOUR, NOON.plusSeconds(60), BODY)).isEqualTo(first);
    assertThat(keep(ours, NEXT, NOON, BODY + " ")).isNotEqualTo(first);
    assertThat(keep(theirs, HOUR, NOON.plusSeconds(1), BODY)).isNotEqualTo(first);
    ReplyId second = keep(ours, HOUR, NOON.plusSeconds(120), BODY + " ");
    assertThat(second).isNotEqualTo(first);
    assertThat(keep(ours, HOUR, NOON.plusSeconds(180), BODY))
        .as("what is as before the last one is news")
        .isNotIn(first, second);
  }

  @Test
  void a_share_s_next_owner_has_an_answer_of_its_own() {
    TurnKey shared = samples.sharedKey(call(() -> ports.accounts().all().get(0)));
    TurnKey share = shared.share("anna", null, NOON);
    run(() -> ports.turnKeys().add(share));
    ReplyId nobodys = keep(share, HOUR, NOON, BODY);
    share.attribute(acme.id());
    ReplyId ofAcme = keep(share, HOUR, NOON.plusSeconds(60), BODY);
    assertThat(ofAcme).isNotEqualTo(nobodys);
    assertThat(call(() -> ports.usageReplies().find(acme.id(), ofAcme))).isPresent();
    assertThat(call(() -> ports.usageReplies().find(acme.id(), nobodys))).isEmpty();
  }

  @Test
  void the_same_answer_twice_is_one() {
    ReplyId first = keep(ours, HOUR, NOON, BODY);
    keep(ours, HOUR, NOON, BODY + " ");
    assertThat(call(() -> ports.usageReplies().find(acme.id(), first))).isPresent();
    assertThat(keep(ours, HOUR, NOON, BODY)).isEqualTo(first);
  }

  @Test
  void another_tenant_s_is_not_there() {
    ReplyId id = keep(theirs, HOUR, NOON, BODY);
    UsageReplies replies = ports.usageReplies();
    Transactions transactions = ports.transactions();
    Reach ourReach = new Reach(Set.of(acme.id()));
    assertThat(call(() -> replies.find(acme.id(), id))).isEmpty();
    assertThat(transactions.call(ourReach, () -> replies.find(other.id(), id))).isEmpty();
    assertThat(transactions.call(ourReach, () -> replies.hashes(Set.of(id)))).isEmpty();
    assertThatThrownBy(() -> transactions.run(ourReach, () -> replies.keep(theirs, answer(NOON))))
        .isInstanceOf(RuntimeException.class);
    assertThatThrownBy(() -> transactions.call(() -> replies.hashes(Set.of(id))))
        .hasMessageContaining("usage is out of reach");
  }

  private ReplyId keep(TurnKey key, TimeRange range, Instant askedAt, String body) {
    Evidence evidence = new Evidence("question", askedAt, body);
    return call(() -> ports.usageReplies().keep(key, new UsageAnswer(range, List.of(), evidence)));
  }

  private static UsageAnswer answer(Instant askedAt) {
    return new UsageAnswer(HOUR, List.of(), new Evidence("question", askedAt, BODY));
  }
}
