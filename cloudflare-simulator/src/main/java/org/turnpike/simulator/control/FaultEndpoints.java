package org.turnpike.simulator.control;

import java.util.List;
import java.util.Map;
import org.turnpike.simulator.fault.Fault;
import org.turnpike.simulator.fault.Faults;
import org.turnpike.simulator.http.Reply;
import org.turnpike.simulator.http.Request;
import org.turnpike.simulator.http.Route;

/** Breaks things and heals them. */
public final class FaultEndpoints {

  private static final String FAULTS = "/control/faults";

  private final Faults faults;

  public FaultEndpoints(Faults faults) {
    this.faults = faults;
  }

  public List<Route> routes() {
    return List.of(
        Route.control("POST", FAULTS, this::add),
        Route.control("GET", FAULTS, this::list),
        Route.control("DELETE", FAULTS, this::clear));
  }

  private Reply add(Request request) {
    return Reply.json(201, faults.add(request.json(Fault.class)));
  }

  private Reply list(Request request) {
    return Reply.json(200, Map.of("faults", faults.list()));
  }

  private Reply clear(Request request) {
    faults.clear();
    return Reply.empty(204);
  }
}
