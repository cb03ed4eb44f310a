package org.turnpike.console.shell;

import java.util.Arrays;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** A table as a file of comma-separated values (RFC 4180), safe to open in a spreadsheet. */
public final class Csv {
  private final StringBuilder text = new StringBuilder();

  public Csv(String... headings) {
    line(Arrays.asList(headings));
  }

  /** Adds a line; null is an empty cell. */
  public Csv row(Object... cells) {
    line(Arrays.asList(cells));
    return this;
  }

  @Override
  public String toString() {
    return text.toString();
  }

  private void line(List<?> cells) {
    text.append(cells.stream().map(Csv::cell).collect(Collectors.joining(","))).append("\r\n");
  }

  private static String cell(Object value) {
    if (value == null) {
      return "";
    }
    String written = value instanceof String name ? harmless(name) : value.toString();
    return Stream.of(",", "\"", "\n", "\r").anyMatch(written::contains)
        ? '"' + written.replace("\"", "\"\"") + '"'
        : written;
  }

  /** Names people chose must not become formulas. */
  private static String harmless(String name) {
    return name.isEmpty() || "=+-@\t\r".indexOf(name.charAt(0)) < 0 ? name : "'" + name;
  }
}
