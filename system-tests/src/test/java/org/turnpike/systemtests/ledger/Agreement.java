package org.turnpike.systemtests.ledger;

import static org.assertj.core.api.Assertions.assertThat;

import java.sql.SQLException;
import java.time.Instant;
import java.util.List;
import java.util.NavigableMap;
import java.util.function.Function;
import javax.sql.DataSource;
import org.turnpike.migrations.LedgerVerification;
import org.turnpike.simulator.demo.SimulatorControl;
import org.turnpike.usage.RelayedVolume;

/**
 * The ledger beside what is true.
 *
 * @param database as a role that may read all of it
 */
record Agreement(DataSource database, SimulatorControl control) {
  private static final int TOLD = 5;

  Kept kept(MeteredKey key) {
    try {
      return Kept.of(database, key.id().value());
    } catch (SQLException e) {
      throw new IllegalStateException(e);
    }
  }

  Truth truth(MeteredKey key) {
    return Truth.of(control, key.uid(), key.since());
  }

  /**
   * That the ledger is whole, and has each key's bytes of each window and day before its watermark.
   *
   * @param expected which truth
   * @param latest no watermark can be later
   */
  void assertHolds(
      List<MeteredKey> keys,
      Function<Truth, NavigableMap<Instant, RelayedVolume>> expected,
      Instant latest) {
    for (MeteredKey key : keys) {
      Kept kept = kept(key);
      assertNone(key, Discrepancies.inVolumes(kept, expected.apply(truth(key))));
      assertNone(key, Discrepancies.inItself(kept, latest));
    }
    assertWhole();
  }

  /** Right after something broke: no hole before a watermark, no line beyond it, none twice. */
  void assertSound(List<MeteredKey> keys, Instant latest) {
    for (MeteredKey key : keys) {
      Kept kept = kept(key);
      assertNone(key, Discrepancies.holes(kept, truth(key).shown()));
      assertNone(key, Discrepancies.inItself(kept, latest));
    }
    assertWhole();
  }

  private static void assertNone(MeteredKey key, List<String> discrepancies) {
    assertThat(discrepancies.stream().limit(TOLD).toList())
        .as("TURN key %s, %d in all", key.uid(), discrepancies.size())
        .isEmpty();
  }

  private void assertWhole() {
    try {
      LedgerVerification.Result result = new LedgerVerification(database).verify();
      assertThat(result.whole()).as(result.finding()).isTrue();
    } catch (SQLException e) {
      throw new IllegalStateException(e);
    }
  }
}
