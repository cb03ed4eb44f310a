package org.turnpike.billing;

import java.util.List;
import java.util.Optional;
import org.turnpike.tenant.ManageTenants;

/** All rate plans. */
public interface RatePlans extends ManageTenants.RatePlanCodes {
  Optional<RatePlan> find(String code);

  /** By name. */
  List<RatePlan> all();

  @Override
  default boolean contains(String code) {
    return all().stream().anyMatch(plan -> plan.code().equals(code));
  }
}
