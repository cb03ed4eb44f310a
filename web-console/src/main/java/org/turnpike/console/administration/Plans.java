package org.turnpike.console.administration;

import jakarta.enterprise.context.Dependent;
import jakarta.inject.Inject;
import java.util.List;
import org.turnpike.billing.RatePlan;
import org.turnpike.billing.RatePlans;
import org.turnpike.shared.Transactions;

/** The rate plans to choose from. */
@Dependent
class Plans {
  @Inject RatePlans plans;
  @Inject Transactions transactions;

  List<RatePlan> all() {
    return transactions.call(plans::all);
  }
}
