package org.turnpike.simulator.traffic;

import java.time.Instant;
import java.util.List;

/** What is wrong with the data at the moment, on purpose. */
public record Disturbances(List<Restatement> restatements, List<Delay> delays) {

  public static final Disturbances NONE = new Disturbances(List.of(), List.of());

  Flow restated(Flow flow, Instant asOf) {
    Flow result = flow;
    for (Restatement restatement : restatements) {
      if (restatement.touches(flow, asOf)) {
        result =
            result.carrying(
                result.egressBytes() * restatement.percent() / 100,
                result.ingressBytes() * restatement.percent() / 100);
      }
    }
    return result;
  }
}
