package org.turnpike.billing;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import org.turnpike.shared.Money;

/** The standard plan, and what a test adds. */
public final class InMemoryRatePlans implements RatePlans {
  private final List<RatePlan> plans = new ArrayList<>();

  public InMemoryRatePlans() {
    add(
        new RatePlan(
            "standard",
            "Standard",
            Money.of("0.05", "USD"),
            new BigDecimal("1000"),
            1_000_000_000));
  }

  public void add(RatePlan plan) {
    plans.add(plan);
  }

  @Override
  public Optional<RatePlan> find(String code) {
    return plans.stream().filter(plan -> plan.code().equals(code)).findFirst();
  }

  @Override
  public List<RatePlan> all() {
    return plans.stream().sorted(Comparator.comparing(RatePlan::name)).toList();
  }
}
