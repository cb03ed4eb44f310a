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
import org.turnpike.shared.TimeRange;
import org.turnpike.shared.Transactions;
import org.turnpike.tenant.Tenant;
import org.turnpike.turnkey.TurnKey;
import org.turnpike.turnkey.TurnKeyId;
import org.turnpike.usage.UsageLedger.Head;
import org.turnpike.usage.UsageLedger.Standing;
import org.turnpike.world.PortContract;

public abstract class UsageLedgerContract extends PortContract {
  private static final Instant NOON = Instant.parse("2026-11-22T12:00:00Z");
  private static final Instant QUARTER_PAST = NOON.plus(UsageWindow.LENGTH);
  private static final TimeRange HOUR = new TimeRange(NOON, NOON.plusSeconds(3600));

  private final Tenant acme = samples.tenant("acme");
  private final Tenant other = samples.tenant("other");
  private final TurnKey main = samples.turnKey(acme, "main");
  private final TurnKey second = samples.turnKey(acme, "second");
  private final TurnKey theirs = samples.turnKey(other, "theirs");

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
  void totals_of_many_days_are_exact_to_the_window_at_both_ends() {
    TimeRange days = new TimeRange(NOON, NOON.plus(Duration.ofDays(40)));
    append(first(main, NOON.minus(UsageWindow.LENGTH), 1, 0), first(main, NOON, 2, 0));
    append(first(main, Instant.parse("2026-11-23T00:00:00Z"), 4, 0));
    append(first(main, Instant.parse("2026-12-31T23:45:00Z"), 8, 0));
    append(
        first(main, days.end().minus(UsageWindow.LENGTH), 16, 0), first(main, days.end(), 32, 0));
    append(
        correction(
            main,
            Instant.parse("2026-11-23T00:00:00Z"),
            new Standing(0, RelayedVolume.ofBytes(4, 0)),
            64,
            3));
    assertThat(
            call(() -> ports.ledger().totals(Set.of(acme.id()), days))
                .get(acme.id())
                .get(main.id()))
        .isEqualTo(RelayedVolume.ofBytes(2 + 64 + 8 + 16, 3));
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
  void a_settlement_counts_in_totals_and_not_where_a_window_stands() {
    append(first(main, NOON, 100, 10), first(main, HOUR.end().minus(UsageWindow.LENGTH), 7, 7));
    UsageSum sum = sum(110, 17);
    assertThat(settlements()).isZero();
    append(settlement(sum, RelayedVolume.ofBytes(107, 17), 0));
    append(settlement(sum, RelayedVolume.ofBytes(107, 17), 0));
    append(settlement(sum, RelayedVolume.ofBytes(111, 17), 1));
    assertThat(settlements()).isEqualTo(2);
    assertThat(totals().get(main.id())).isEqualTo(RelayedVolume.ofBytes(109, 17));
    assertThat(call(() -> ports.ledger().standing(main.id(), HOUR)))
        .containsEntry(sum.lastWindow(), new Standing(0, RelayedVolume.ofBytes(7, 7)));
    UsageRecord line = lines(HOUR).get(3);
    assertThat(line.isSettlement()).isTrue();
    assertThat(line.change()).isEqualTo(RelayedVolume.ofBytes(-1, 0));
    assertThat(line.read()).isEqualTo(RelayedVolume.ofBytes(110, 17));
  }

  private int settlements() {
    return call(() -> ports.ledger().settlements(main.id(), HOUR.end().minus(UsageWindow.LENGTH)));
  }

  private static UsageSum sum(long egress, long ingress) {
    Evidence evidence = new Evidence("question", NOON, "reply");
    return new UsageSum(HOUR, RelayedVolume.ofBytes(egress, ingress), null, evidence);
  }

  private UsageRecord settlement(UsageSum sum, RelayedVolume held, int revision) {
    return UsageRecord.settlement(main, sum, held, revision, ports.clock().instant());
  }

  @Test
  void totals_are_summed_by_tenant_and_key_exact_to_the_byte() {
    long petabyte = 1_000_000_000_000_000L;
    append(first(main, NOON, petabyte, 1), first(main, QUARTER_PAST, petabyte + 1, 2));
    append(first(second, NOON, 3, 3), first(theirs, NOON, 4, 4));
    assertThat(call(() -> ports.ledger().totals(Set.of(acme.id()), HOUR)))
        .containsOnly(
            Map.entry(
                acme.id(),
                Map.of(
                    main.id(),
                    RelayedVolume.ofBytes(2 * petabyte + 1, 3),
                    second.id(),
                    RelayedVolume.ofBytes(3, 3))));
    assertThat(call(() -> ports.ledger().totals(Set.of(acme.id(), other.id()), HOUR)))
        .containsOnlyKeys(acme.id(), other.id());
    assertThat(call(() -> ports.ledger().totals(Set.of(), HOUR))).isEmpty();
  }

  @Test
  void a_window_counts_where_it_starts() {
    append(first(main, NOON.minus(UsageWindow.LENGTH), 1, 0));
    append(first(main, NOON, 2, 0), first(main, HOUR.end(), 4, 0));
    assertThat(totals().get(main.id()).egress().bytes()).isEqualTo(2);
    assertThat(lines(HOUR)).hasSize(1);
  }

  @Test
  void a_tenant_s_first_window_is_that_of_any_of_its_keys() {
    assertThat(call(() -> ports.ledger().firstWindow(acme.id()))).isEmpty();
    append(first(main, QUARTER_PAST, 1, 0), first(second, NOON, 1, 0));
    append(first(theirs, NOON.minusSeconds(9000), 1, 0));
    assertThat(call(() -> ports.ledger().firstWindow(acme.id()))).contains(NOON);
  }

  @Test
  void corrected_steps_are_told_by_tenant() {
    append(first(main, NOON, 100, 10), first(main, QUARTER_PAST, 7, 7), first(theirs, NOON, 1, 1));
    append(
        correction(main, QUARTER_PAST, new Standing(0, RelayedVolume.ofBytes(7, 7)), 8, 8),
        first(main, HOUR.end(), 1, 1));
    assertThat(call(() -> ports.ledger().corrected(HOUR, UsageWindow.LENGTH)))
        .containsOnly(Map.entry(acme.id(), Set.of(QUARTER_PAST)));
    assertThat(call(() -> ports.ledger().corrected(HOUR, HOUR.length())))
        .containsOnly(Map.entry(acme.id(), Set.of(NOON)));
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

  private UsageRecord first(TurnKey key, Instant window, long egress, long ingress) {
    return UsageRecord.first(key, reading(window, egress, ingress), ports.clock().instant());
  }

  private UsageRecord correction(
      TurnKey key, Instant window, Standing standing, long egress, long ingress) {
    return UsageRecord.correction(
        key, reading(window, egress, ingress), standing, ports.clock().instant());
  }

  private static UsageReading reading(Instant window, long egress, long ingress) {
    return new UsageReading(window, RelayedVolume.ofBytes(egress, ingress));
  }

  private void append(UsageRecord... lines) {
    run(() -> ports.ledger().append(List.of(lines)));
  }

  private Map<TurnKeyId, RelayedVolume> totals() {
    return call(() -> ports.ledger().totals(Set.of(acme.id()), HOUR)).get(acme.id());
  }

  private List<UsageRecord> lines(TimeRange range) {
    return call(() -> ports.ledger().records(acme.id(), range, Slice.Request.first())).items();
  }

  private Slice<UsageRecord> page(Slice.Request page) {
    return call(() -> ports.ledger().records(acme.id(), HOUR, page));
  }

  private static List<Long> egress(Slice<UsageRecord> slice) {
    return slice.map(line -> line.change().egress().bytes()).items();
  }
}
