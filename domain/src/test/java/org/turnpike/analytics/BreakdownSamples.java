package org.turnpike.analytics;

import java.math.BigDecimal;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.turnpike.shared.Reach;
import org.turnpike.shared.TimeRange;
import org.turnpike.turnkey.TurnKey;
import org.turnpike.usage.RelayedVolume;
import org.turnpike.world.Ports;

/** A break-down in the making. */
public final class BreakdownSamples {
  private final List<Share<String>> identifiers = new ArrayList<>();
  private final List<Share<Place>> places = new ArrayList<>();
  private final List<HourOfConnections> connections = new ArrayList<>();

  public BreakdownSamples by(String hour, String identifier, long egress, long ingress) {
    RelayedVolume volume = RelayedVolume.ofBytes(egress, ingress);
    identifiers.add(new Share<>(Instant.parse(hour), identifier, volume));
    return this;
  }

  public BreakdownSamples at(String hour, String country, String city, long egress) {
    places.add(
        new Share<>(
            Instant.parse(hour), new Place(country, city), RelayedVolume.ofBytes(egress, 0)));
    return this;
  }

  public BreakdownSamples connected(String hour, String peak, String mean) {
    connections.add(
        new HourOfConnections(Instant.parse(hour), new BigDecimal(peak), new BigDecimal(mean)));
    return this;
  }

  Breakdown of(TimeRange hours) {
    return new Breakdown(hours, identifiers, places, connections);
  }

  /** Puts it in the place of what is there of so many hours, the only ones that are known. */
  public void put(Ports ports, TurnKey key, String start, int hours) {
    Instant first = Instant.parse(start);
    TimeRange range = new TimeRange(first, first.plus(Duration.ofHours(hours)));
    ports
        .transactions()
        .run(Reach.EVERYONE, () -> ports.breakdowns().replace(key, of(range), range));
  }
}
