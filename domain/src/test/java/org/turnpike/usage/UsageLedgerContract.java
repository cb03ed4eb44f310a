package org.turnpike.usage;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.turnpike.shared.Reach;
import org.turnpike.shared.Slice;
import org.turnpike.shared.Transactions;
import org.turnpike.turnkey.TurnKey;
import org.turnpike.usage.UsageLedger.Head;
import org.turnpike.usage.UsageLedger.Standing;

public abstract class UsageLedgerContract extends LinesOfLedger {
  @Test
  void a_line_is_kept_as_posted_in_the_order_of_posting() {
    UsageRecord first = first(main, QUARTER_PAST, 100, 10);
    UsageRecord correction =
        correction(main, QUARTER_PAST, new Standing(0, first.change()), 70, 12);
    append(first);
    append(first(main, NOON, 5, 5));
    append(correction);
    List<UsageRecord> lines = lines(HOUR);
    assertThat(lines).extracting(UsageRecord::posting).containsExactly(1L, 2L, 3L);
    assertThat(lines).extracting(UsageRecord::hash).doesNotHaveDuplicates();
    assertThat(lines.get(2))
        .usingRecursiveComparison()
        .ignoringFields("posting", "hash")
        .isEqualTo(correction);
    assertThat(lines.get(2).change()).isEqualTo(RelayedVolume.ofBytes(-30, 2));
    assertThat(lines.get(2).read()).isEqualTo(RelayedVolume.ofBytes(70, 12));
  }

  @Test
  void a_line_keeps_which_answer_it_comes_from_and_how_sure_that_was() {
    ReplyId reply = new ReplyId(new UUID(7, 8));
    Confidence confidence = new Confidence(-3, Long.MAX_VALUE, 12);
    UsageReading sure = new UsageReading(NOON, RelayedVolume.ofBytes(100, 10), confidence);
    append(UsageRecord.first(main, sure, ports.clock().instant()).from(reply));
    append(first(main, QUARTER_PAST, 1, 1));
    assertThat(lines(HOUR)).extracting(UsageRecord::reply).containsExactly(reply, null);
    assertThat(lines(HOUR)).extracting(UsageRecord::confidence).containsExactly(confidence, null);
    assertThat(lines(HOUR)).noneMatch(UsageRecord::isSettlement);
  }

  @Test
  void a_line_of_a_key_window_and_revision_that_is_there_is_left_out() {
    append(first(main, NOON, 100, 10));
    append(first(main, NOON, 100, 10), first(main, QUARTER_PAST, 1, 1));
    append(first(main, NOON, 999, 99));
    assertThat(lines(HOUR)).hasSize(2);
    assertThat(totals().get(main.id())).isEqualTo(RelayedVolume.ofBytes(101, 11));
  }

  @Test
  void what_is_carried_from_nobody_to_a_tenant_is_the_tenant_s() {
    TurnKey shared = samples.sharedKey(call(() -> ports.accounts().all().get(0)));
    TurnKey share = shared.share("anna", null, ports.clock().instant());
    RuleId rule = new RuleId(new UUID(1, 2));
    run(() -> ports.turnKeys().add(share));
    append(first(share, NOON, 100, 10), first(share, QUARTER_PAST, 0, 0));
    assertThat(call(() -> ports.ledger().held(share.id(), null)))
        .isEqualTo(Map.of(NOON, RelayedVolume.ofBytes(100, 10)));
    assertThat(totals()).isNull();
    run(() -> UsageSamples.transferring(ports).transfer(share, acme.id(), rule));
    assertThat(call(() -> ports.ledger().held(share.id(), null))).isEmpty();
    assertThat(call(() -> ports.ledger().held(share.id(), acme.id()))).hasSize(1);
    assertThat(totals()).isEqualTo(Map.of(share.id(), RelayedVolume.ofBytes(100, 10)));
    assertThat(lines(HOUR)).singleElement().extracting(UsageRecord::rule).isEqualTo(rule);
    assertThat(call(() -> ports.ledger().standing(share.id(), HOUR)).get(NOON))
        .isEqualTo(new Standing(2, RelayedVolume.ofBytes(100, 10)));
    assertThat(call(() -> ports.ledger().total(share.id(), HOUR)))
        .isEqualTo(RelayedVolume.ofBytes(100, 10));
    assertThat(call(() -> ports.ledger().corrected(HOUR, Duration.ofHours(1)))).isEmpty();
  }

  @Test
  void nothing_may_be_appended_too() {
    append();
    assertThat(lines(HOUR)).isEmpty();
    assertThat(call(ports.ledger()::head)).isEqualTo(new Head(0, "0".repeat(64)));
  }

  @Test
  void the_head_is_the_last_line_appended() {
    append(first(main, NOON, 100, 10), first(theirs, NOON, 5, 5));
    append(first(main, QUARTER_PAST, 1, 1), first(main, NOON, 7, 7));
    List<UsageRecord> lines = lines(HOUR);
    assertThat(call(ports.ledger()::head))
        .isEqualTo(new Head(3, lines.get(lines.size() - 1).hash()));
  }

  @Test
  void what_is_rolled_back_leaves_no_gap() {
    assertThatThrownBy(
            () ->
                run(
                    () -> {
                      ports.ledger().append(List.of(first(main, NOON, 1, 1)));
                      throw new IllegalStateException("on purpose");
                    }))
        .hasMessage("on purpose");
    append(first(main, NOON, 2, 2));
    assertThat(lines(HOUR)).extracting(UsageRecord::posting).containsExactly(1L);
  }

  @Test
  void without_a_reach_usage_is_refused() {
    append(first(main, NOON, 100, 10));
    Transactions transactions = ports.transactions();
    UsageLedger ledger = ports.ledger();
    assertThatThrownBy(
            () -> transactions.run(() -> ledger.append(List.of(first(main, QUARTER_PAST, 1, 1)))))
        .hasMessageContaining("usage is out of reach");
    assertThatThrownBy(() -> transactions.call(() -> ledger.totals(Set.of(acme.id()), HOUR)))
        .hasMessageContaining("usage is out of reach");
    assertThatThrownBy(
            () -> transactions.call(() -> ledger.records(acme.id(), HOUR, Slice.Request.first())))
        .hasMessageContaining("usage is out of reach");
  }

  @Test
  void another_tenant_s_usage_is_not_there_whatever_is_asked_for() {
    append(first(main, NOON, 100, 10), first(theirs, NOON, 5, 5));
    Reach theirReach = new Reach(Set.of(other.id()));
    Transactions transactions = ports.transactions();
    UsageLedger ledger = ports.ledger();
    assertThat(
            transactions.call(theirReach, () -> ledger.totals(Set.of(acme.id(), other.id()), HOUR)))
        .containsOnlyKeys(other.id());
    assertThat(transactions.call(theirReach, () -> ledger.firstWindow(acme.id()))).isEmpty();
    assertThat(
            transactions
                .call(theirReach, () -> ledger.records(acme.id(), HOUR, Slice.Request.first()))
                .items())
        .isEmpty();
    assertThat(transactions.call(new Reach(Set.of()), () -> ledger.totals(Set.of(acme.id()), HOUR)))
        .isEmpty();
  }

  @Test
  void a_window_stands_at_the_sum_of_its_lines_and_their_latest_revision() {
    Standing afterFirst = new Standing(0, RelayedVolume.ofBytes(100, 10));
    append(first(main, NOON, 100, 10), first(main, QUARTER_PAST, 7, 7));
    append(correction(main, NOON, afterFirst, 130, 10));
    append(first(second, NOON, 1, 1));
    append(first(main, HOUR.end(), 1, 1));
    Map<Instant, Standing> standing = call(() -> ports.ledger().standing(main.id(), HOUR));
    assertThat(standing)
        .containsOnly(
            Map.entry(NOON, new Standing(1, RelayedVolume.ofBytes(130, 10))),
            Map.entry(QUARTER_PAST, new Standing(0, RelayedVolume.ofBytes(7, 7))));
  }

  @Test
  void lines_come_a_page_at_a_time_of_one_tenant_alone() {
    append(first(main, NOON, 1, 0), first(main, QUARTER_PAST, 2, 0));
    append(first(theirs, NOON, 9, 0), first(second, NOON, 3, 0));
    Slice<UsageRecord> first = page(new Slice.Request(2, null));
    Slice<UsageRecord> rest = page(new Slice.Request(2, first.next()));
    assertThat(egress(first)).containsExactly(1L, 2L);
    assertThat(egress(rest)).containsExactly(3L);
    assertThat(rest.next()).isNull();
  }

  private Slice<UsageRecord> page(Slice.Request page) {
    return call(() -> ports.ledger().records(acme.id(), HOUR, page));
  }

  private static List<Long> egress(Slice<UsageRecord> slice) {
    return slice.map(line -> line.change().egress().bytes()).items();
  }
}
