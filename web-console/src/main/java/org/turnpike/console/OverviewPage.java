package org.turnpike.console;

import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Named;
import java.math.BigDecimal;
import java.util.List;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/** sample for now. */
@Named("overview")
@RequestScoped
public class OverviewPage {
  private static final int[] DAYS = {
    22, 26, 31, 30, 28, 12, 9, 33, 38, 41, 40, 37, 14, 11, 39, 44, 47, 45, 43, 16, 12, 29
  };

  public Meter getMeter() {
    return new Meter(812.4, 1000, new Meter.Band(1060, 1118, 1190));
  }

  public EgressChart getChart() {
    return new EgressChart(
        "Day",
        IntStream.rangeClosed(1, DAYS.length).mapToObj(day -> day + " Nov").toList(),
        Stream.of(part("production", "0.85"), part("webinar", "0.12"), part("staging", "0.03"))
            .toList());
  }

  private static EgressChart.Series part(String name, String share) {
    return new EgressChart.Series(
        name,
        IntStream.of(DAYS)
            .mapToObj(day -> new BigDecimal(share).multiply(BigDecimal.valueOf(day)))
            .toList());
  }

  public List<Key> getKeys() {
    return List.of(
        new Key("production", "2aaa…9af2", "Active", "ok", "702.9", 87),
        new Key("webinar", "91c0…44be", "Active", "ok", "98.3", 12),
        new Key("webinar-2025", "f00d…1c2e", "Draining", "info", "11.2", 1));
  }

  /** x. */
  public record Key(String name, String id, String state, String tone, String gb, int share) {}
}
