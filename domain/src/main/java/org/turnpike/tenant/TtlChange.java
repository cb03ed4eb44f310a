package org.turnpike.tenant;

import org.turnpike.shared.Replacement;

/** What is said of a tenant's {@link TtlBounds}; null where nothing is said. */
public record TtlChange(
    Replacement<Integer> minTtl, Replacement<Integer> maxTtl, Replacement<Integer> defaultTtl) {
  /** Bounds of a new tenant; null where it has none. */
  public static TtlChange to(Integer minTtl, Integer maxTtl, Integer defaultTtl) {
    return new TtlChange(
        new Replacement<>(minTtl), new Replacement<>(maxTtl), new Replacement<>(defaultTtl));
  }

  TtlBounds appliedTo(TtlBounds before) {
    return new TtlBounds(
        Replacement.apply(minTtl, before.minTtl()),
        Replacement.apply(maxTtl, before.maxTtl()),
        Replacement.apply(defaultTtl, before.defaultTtl()));
  }
}
