package org.turnpike.simulator.control;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.turnpike.simulator.http.Reply;
import org.turnpike.simulator.http.Request;
import org.turnpike.simulator.http.Route;

/** Moves time, for tests. */
public final class ClockEndpoints {

  private static final String CLOCK = "/control/clock";

  private final MovableClock clock;

  public ClockEndpoints(MovableClock clock) {
    this.clock = clock;
  }

  /**
   * A move.
   *
   * @param instant to there
   * @param offset from now, by so much
   * @param frozen true: time stands from then on; false: it goes on; null: as before
   */
  record Move(Instant instant, Duration offset, Boolean frozen) {}

  public List<Route> routes() {
    return List.of(
        Route.control("GET", CLOCK, request -> shown()),
        Route.control("POST", CLOCK, this::move),
        Route.control("DELETE", CLOCK, this::reset));
  }

  private Reply move(Request request) {
    Move move = request.json(Move.class);
    if (move.instant() != null) {
      clock.moveTo(move.instant());
    }
    if (move.offset() != null) {
      clock.moveTo(clock.instant().plus(move.offset()));
    }
    if (move.frozen() != null) {
      if (move.frozen()) {
        clock.stop();
      } else {
        clock.resume();
      }
    }
    return shown();
  }

  private Reply reset(Request request) {
    clock.reset();
    return shown();
  }

  private Reply shown() {
    return Reply.json(200, Map.of("instant", clock.instant(), "frozen", clock.isStopped()));
  }
}
