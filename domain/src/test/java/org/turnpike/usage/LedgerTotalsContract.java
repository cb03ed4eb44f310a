package org.turnpike.usage;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.turnpike.shared.TimeRange;
import org.turnpike.usage.UsageLedger.Standing;

/** What the ledger's lines come to. */
public abstract class LedgerTotalsContract extends LinesOfLedger {
  private static final Confidence SURE = new Confidence(90, 130, 12);

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
    assertThat(line.confidence()).isEqualTo(SURE);
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

  private int settlements() {
    return call(() -> ports.ledger().settlements(main.id(), HOUR.end().minus(UsageWindow.LENGTH)));
  }

  private static UsageSum sum(long egress, long ingress) {
    Evidence evidence = new Evidence("question", NOON, "reply");
    return new UsageSum(HOUR, RelayedVolume.ofBytes(egress, ingress), SURE, evidence);
  }

  private UsageRecord settlement(UsageSum sum, RelayedVolume held, int revision) {
    return UsageRecord.settlement(main, sum, held, revision, ports.clock().instant());
  }
}
