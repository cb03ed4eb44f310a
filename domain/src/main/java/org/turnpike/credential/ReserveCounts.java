package org.turnpike.credential;

import jakarta.enterprise.context.ApplicationScoped;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentMap;
import java.util.concurrent.atomic.LongAdder;
import java.util.stream.Collectors;
import org.turnpike.turnkey.TurnKey;

/** What this application put into the reserve and took out of it since its start. */
@ApplicationScoped
public class ReserveCounts {
  private final ConcurrentMap<String, Counts> byTurnKey = new ConcurrentHashMap<>();

  private record Counts(LongAdder ahead, LongAdder taken) {
    MintingTally tally() {
      return new MintingTally(0, 0, 0, ahead.sum(), taken.sum());
    }
  }

  void ahead(TurnKey key) {
    of(key).ahead().increment();
  }

  void taken(TurnKey key) {
    of(key).taken().increment();
  }

  /** By the uid of the TURN key. */
  public Map<String, MintingTally> byTurnKey() {
    return byTurnKey.entrySet().stream()
        .collect(Collectors.toUnmodifiableMap(Map.Entry::getKey, each -> each.getValue().tally()));
  }

  private Counts of(TurnKey key) {
    return byTurnKey.computeIfAbsent(
        key.uid(), uid -> new Counts(new LongAdder(), new LongAdder()));
  }
}
