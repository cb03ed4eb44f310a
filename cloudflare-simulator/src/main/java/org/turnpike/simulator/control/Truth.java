package org.turnpike.simulator.control;

import java.time.Duration;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.Map;
import org.turnpike.simulator.traffic.FiveMinutes;
import org.turnpike.simulator.traffic.Flow;
import org.turnpike.simulator.traffic.Traffic;

/** The sums of a stretch of time, in both views. */
final class Truth {

  private final Instant from;
  private final Instant to;
  private long egressBytes;
  private long ingressBytes;
  private long visibleEgressBytes;
  private long visibleIngressBytes;

  Truth(Instant from, Instant to) {
    this.from = from;
    this.to = to;
  }

  void add(Traffic.View view, Flow flow) {
    if (view == Traffic.View.SETTLED) {
      egressBytes += flow.egressBytes();
      ingressBytes += flow.ingressBytes();
    } else {
      visibleEgressBytes += flow.egressBytes();
      visibleIngressBytes += flow.ingressBytes();
    }
  }

  Duration length() {
    return Duration.between(from, to);
  }

  int windowOf(Flow flow, Duration window) {
    return (int) Duration.between(from, FiveMinutes.start(flow.bucket())).dividedBy(window);
  }

  Map<String, Object> shown() {
    Map<String, Object> shown = new LinkedHashMap<>();
    shown.put("start", from);
    shown.put("end", to);
    shown.putAll(figures());
    return shown;
  }

  Map<String, Object> figures() {
    Map<String, Object> figures = new LinkedHashMap<>();
    figures.put("egressBytes", egressBytes);
    figures.put("ingressBytes", ingressBytes);
    figures.put(
        "visible", Map.of("egressBytes", visibleEgressBytes, "ingressBytes", visibleIngressBytes));
    return figures;
  }
}
