package org.turnpike.console.usage;

import java.time.YearMonth;
import java.util.List;
import org.turnpike.billing.BillingPeriod;
import org.turnpike.billing.Charge;
import org.turnpike.billing.RatePlan;
import org.turnpike.billing.Rating;
import org.turnpike.billing.Statement;
import org.turnpike.shared.DataVolume;
import org.turnpike.tenant.Tenant;
import org.turnpike.usage.Completeness;
import org.turnpike.usage.UsageLedger;
import org.turnpike.world.World;

/** Statements of November 2026. */
public final class Statements {
  private Statements() {}

  public static Statement of(
      World world, Tenant tenant, long gigabytes, Completeness completeness) {
    RatePlan plan = world.plans().find("standard").orElseThrow();
    Charge charge = Rating.rate(DataVolume.ofBytes(gigabytes * 1_000_000_000L), plan);
    return new Statement(
        tenant,
        new BillingPeriod(YearMonth.of(2026, 11), 1),
        Statement.Status.OPEN,
        plan,
        charge,
        List.of(),
        List.of(),
        charge.amount().rounded(),
        completeness,
        new UsageLedger.Head(7, "ab".repeat(32)));
  }
}
