package org.turnpike.simulator;

import java.time.Duration;
import org.turnpike.simulator.graphql.DatasetLimits;
import org.turnpike.simulator.traffic.Settling;

/**
 * What analytics is like.
 *
 * @param settling when figures show, and when they are final
 * @param errorsInside200 refusals have status 200, and only their body tells
 */
public record AnalyticsRules(Settling settling, DatasetLimits limits, boolean errorsInside200) {

  public static final AnalyticsRules DEFAULT =
      new AnalyticsRules(
          new Settling(Duration.ofSeconds(30), Duration.ofHours(2)), DatasetLimits.DEFAULT, false);

  /** The same with every figure final as soon as it shows. */
  public AnalyticsRules withoutRestatement() {
    return new AnalyticsRules(
        new Settling(settling.latency(), Duration.ZERO), limits, errorsInside200);
  }
}
