package org.turnpike.console.figures;

import java.math.BigDecimal;
import java.util.Arrays;
import java.util.Locale;
import org.turnpike.shared.Rejected;

/** What a chart of usage shows. */
public enum Measure {
  EGRESS("Egress", "GB"),
  INGRESS("Ingress", "GB"),
  CONNECTIONS("Connections", "");

  private final String label;
  private final String unit;

  Measure(String label, String unit) {
    this.label = label;
    this.unit = unit;
  }

  public String label() {
    return label;
  }

  /** As a heading says what is under it: ", GB", or nothing for what is counted. */
  public String inHeading() {
    return unit.isEmpty() ? "" : ", " + unit;
  }

  /** In an address. */
  public String wireName() {
    return name().toLowerCase(Locale.ROOT);
  }

  public static Measure named(String wireName) {
    return Arrays.stream(values())
        .filter(measure -> measure.wireName().equals(wireName))
        .findFirst()
        .orElseThrow(
            () -> Rejected.invalid("measure", "measure is one of egress, ingress, connections."));
  }

  /** What chart.js draws it with. */
  public String extender() {
    return unit.isEmpty() ? "turnpikeCounts" : "turnpikeBars";
  }

  /** A figure as a table has it: connections are means, of which nobody needs three places. */
  public String written(BigDecimal figure) {
    return unit.isEmpty() ? Figures.roughly(figure) : Figures.gigabytes(figure);
  }

  /** In a sentence. */
  String spoken() {
    return unit.isEmpty() ? "Mean connections" : label + " in " + unit;
  }
}
