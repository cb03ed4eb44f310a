package org.turnpike.usage;

import java.time.Duration;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;
import org.turnpike.shared.TenantId;
import org.turnpike.shared.TimeRange;

/**
 * How complete usage is, by tenant and step of time; a tenant stands as its worst TURN key does.
 *
 * @param steps the start of each
 * @param tenants a coverage for each step; tenants without a metered TURN key are left out
 */
public record CoverageMap(List<Instant> steps, Map<TenantId, List<Coverage>> tenants) {
  public CoverageMap {
    steps = List.copyOf(steps);
    tenants = Map.copyOf(tenants);
  }

  /**
   * Of these keys.
   *
   * @param restated by tenant, the steps with a correction
   */
  static CoverageMap of(
      List<CollectionState> keys,
      Map<TenantId, Set<Instant>> restated,
      TimeRange range,
      Duration step) {
    List<Instant> steps =
        Stream.iterate(range.start(), range.end()::isAfter, start -> start.plus(step)).toList();
    Map<TenantId, List<Coverage>> tenants = new LinkedHashMap<>();
    for (CollectionState key :
        keys.stream().filter(state -> state.turnKey().tenant() != null).toList()) {
      Set<Instant> corrected = restated.getOrDefault(key.turnKey().tenant(), Set.of());
      List<Coverage> own =
          steps.stream()
              .map(start -> of(key, new TimeRange(start, start.plus(step)), corrected))
              .toList();
      tenants.merge(key.turnKey().tenant(), own, CoverageMap::worse);
    }
    return new CoverageMap(steps, tenants);
  }

  private static List<Coverage> worse(List<Coverage> some, List<Coverage> others) {
    return Stream.iterate(0, i -> i < some.size(), i -> i + 1)
        .map(i -> some.get(i).worseOf(others.get(i)))
        .toList();
  }

  private static Coverage of(CollectionState key, TimeRange step, Set<Instant> corrected) {
    if (key.lost().stream().anyMatch(lost -> lost.range().overlaps(step))) {
      return Coverage.LOST;
    }
    Instant since = key.fetched().map(TimeRange::start).orElse(key.turnKey().createdAt());
    if (!step.end().isAfter(since)) {
      return Coverage.NONE;
    }
    if (step.end().isAfter(key.through())) {
      return Coverage.AHEAD;
    }
    if (key.fetched().filter(fetched -> !fetched.end().isBefore(step.end())).isEmpty()) {
      return Coverage.MISSING;
    }
    return corrected.contains(step.start()) ? Coverage.RESTATED : Coverage.COMPLETE;
  }
}
