package org.turnpike.simulator.api;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.HashMap;
import java.util.Map;

/** So many calls a window; whoever asks for more is shut out for a whole window from then on. */
public final class RateLimit {

  /** What a caller has left after this call. */
  public record Allowance(int limit, int remaining, long secondsToReset, boolean exceeded) {}

  private static final class Window {
    private Instant end;
    private int calls;
    private boolean shut;
  }

  private final int limit;
  private final Duration window;
  private final Clock clock;
  private final Map<String, Window> byCaller = new HashMap<>();

  public RateLimit(int limit, Duration window, Clock clock) {
    this.limit = limit;
    this.window = window;
    this.clock = clock;
  }

  public synchronized Allowance take(String caller) {
    Instant now = clock.instant();
    Window current = byCaller.computeIfAbsent(caller, name -> new Window());
    if (current.end == null || !now.isBefore(current.end)) {
      current.end = now.plus(window);
      current.calls = 0;
      current.shut = false;
    }
    current.calls++;
    if (current.calls > limit && !current.shut) {
      current.shut = true;
      current.end = now.plus(window);
    }
    long seconds = Math.max(1, Duration.between(now, current.end).toSeconds());
    return new Allowance(limit, Math.max(0, limit - current.calls), seconds, current.shut);
  }
}
