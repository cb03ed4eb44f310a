package org.turnpike.analytics;

import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.TreeMap;
import java.util.stream.Collectors;
import org.turnpike.shared.TimeRange;

/**
 * Usage of one TURN key in a range of whole hours, broken down by who and where: figures for
 * display, of which money is never made. Of each hour the largest are kept; the rest is what the
 * ledger has more.
 *
 * @param identifiers by custom identifier, empty for what had none
 * @param connections hours without any left out
 */
public record Breakdown(
    TimeRange hours,
    List<Share<String>> identifiers,
    List<Share<Place>> places,
    List<HourOfConnections> connections) {
  /** How many of each hour are kept. */
  public static final int MOST = 200;

  public Breakdown {
    identifiers = largest(identifiers);
    places = largest(places);
    connections = List.copyOf(connections);
  }

  /** That nothing was relayed. */
  static Breakdown nothing(TimeRange hours) {
    return new Breakdown(hours, List.of(), List.of(), List.of());
  }

  private static <T> List<Share<T>> largest(List<Share<T>> shares) {
    TreeMap<Instant, List<Share<T>>> byHour =
        shares.stream()
            .collect(Collectors.groupingBy(Share::hour, TreeMap::new, Collectors.toList()));
    List<Share<T>> kept = new ArrayList<>();
    for (List<Share<T>> ofHour : byHour.values()) {
      ofHour.stream()
          .sorted(Comparator.comparing((Share<T> share) -> share.volume().egress()).reversed())
          .limit(MOST)
          .forEach(kept::add);
    }
    return List.copyOf(kept);
  }
}
