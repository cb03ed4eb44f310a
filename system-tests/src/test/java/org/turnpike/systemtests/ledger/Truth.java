package org.turnpike.systemtests.ledger;

import com.fasterxml.jackson.databind.JsonNode;
import java.time.Duration;
import java.time.Instant;
import java.util.NavigableMap;
import java.util.TreeMap;
import org.turnpike.simulator.demo.SimulatorControl;
import org.turnpike.usage.RelayedVolume;
import org.turnpike.usage.UsageWindow;

/**
 * What one TURN key relayed, by the simulator's own account; windows of nothing are left out.
 *
 * @param asOf the time there
 * @param shown as its analytics show it at that time
 * @param settled what really flowed, where that is what is to be shown by now; what is younger, as
 *     shown
 */
record Truth(
    Instant asOf,
    NavigableMap<Instant, RelayedVolume> shown,
    NavigableMap<Instant, RelayedVolume> settled) {
  private static final Duration SETTLES = Duration.ofHours(2);

  /**
   * Asks for it.
   *
   * @param from on a window's border
   */
  static Truth of(SimulatorControl control, String uid, Instant from) {
    Instant now = Instant.parse(control.get("/control/clock").get("instant").asText());
    Instant to = UsageWindow.floor(now).plus(UsageWindow.LENGTH);
    JsonNode told =
        control.get(
            "/control/truth?keyId=%s&from=%s&to=%s&asOf=%s&window=%s"
                .formatted(uid, from, to, now, UsageWindow.LENGTH));
    Truth truth = new Truth(now, new TreeMap<>(), new TreeMap<>());
    for (JsonNode window : told.get("windows")) {
      Instant start = Instant.parse(window.get("start").asText());
      Instant isSettled = start.plus(UsageWindow.LENGTH).plus(SETTLES);
      RelayedVolume shown = volume(window.get("visible"));
      put(truth.shown, start, shown);
      put(truth.settled, start, isSettled.isAfter(now) ? shown : volume(window));
    }
    return truth;
  }

  private static void put(
      NavigableMap<Instant, RelayedVolume> windows, Instant start, RelayedVolume volume) {
    if (!volume.equals(RelayedVolume.NONE)) {
      windows.put(start, volume);
    }
  }

  private static RelayedVolume volume(JsonNode figures) {
    return RelayedVolume.ofBytes(
        figures.get("egressBytes").longValue(), figures.get("ingressBytes").longValue());
  }
}
