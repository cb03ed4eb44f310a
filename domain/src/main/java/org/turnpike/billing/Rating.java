package org.turnpike.billing;

import java.math.BigDecimal;
import org.turnpike.shared.DataVolume;

/** Prices a period's egress by a plan: pure, exact. */
public final class Rating {
  private Rating() {}

  public static Charge rate(DataVolume egress, RatePlan plan) {
    BigDecimal gigabytes = plan.gigabytes(egress);
    BigDecimal free = gigabytes.min(plan.freeGigabytes());
    BigDecimal billable = gigabytes.subtract(free);
    return new Charge(egress, gigabytes, free, billable, plan.unitPrice().times(billable));
  }
}
