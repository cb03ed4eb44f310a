package org.turnpike.simulator.control;

import java.util.List;
import java.util.Map;
import org.turnpike.simulator.http.Reply;
import org.turnpike.simulator.http.Route;

/** Tells how often each endpoint was called, and starts counting anew. */
public final class CallEndpoints {

  private final Calls calls;

  public CallEndpoints(Calls calls) {
    this.calls = calls;
  }

  public List<Route> routes() {
    return List.of(
        Route.control(
            "GET", "/control/calls", request -> Reply.json(200, Map.of("calls", calls.counted()))),
        Route.control(
            "DELETE",
            "/control/calls",
            request -> {
              calls.reset();
              return Reply.empty(204);
            }));
  }
}
