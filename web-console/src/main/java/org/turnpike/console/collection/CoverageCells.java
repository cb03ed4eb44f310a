package org.turnpike.console.collection;

import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.turnpike.tenant.Tenant;
import org.turnpike.usage.Coverage;
import org.turnpike.usage.CoverageMap;

/** The map of completeness as the page draws it: each state has a colour, a mark and words. */
final class CoverageCells {
  private static final DateTimeFormatter DAY = pattern("d MMM");
  private static final DateTimeFormatter MINUTE = pattern("d MMM HH:mm");

  private CoverageCells() {}

  /** One step of a tenant. */
  public record Cell(String tone, String mark, String title) {}

  /** A tenant's steps. */
  public record Row(String tenant, String slug, List<Cell> cells) {}

  /** What stands over so many steps. */
  public record Heading(String label, int steps) {}

  static List<Row> rows(CoverageMap map, List<Tenant> tenants) {
    return tenants.stream()
        .filter(tenant -> map.tenants().containsKey(tenant.id()))
        .sorted(Comparator.comparing(Tenant::name, String.CASE_INSENSITIVE_ORDER))
        .map(
            tenant ->
                new Row(
                    tenant.name(),
                    tenant.slug(),
                    cells(map.steps(), map.tenants().get(tenant.id()))))
        .toList();
  }

  private static List<Cell> cells(List<Instant> steps, List<Coverage> coverage) {
    List<Cell> cells = new ArrayList<>();
    for (int i = 0; i < steps.size(); i++) {
      Coverage state = coverage.get(i);
      cells.add(
          new Cell(
              tone(state),
              mark(state),
              MINUTE.format(steps.get(i).atOffset(ZoneOffset.UTC)) + " UTC: " + words(state)));
    }
    return cells;
  }

  static List<Heading> headings(CoverageMap map, Span span) {
    Map<Instant, Integer> steps = new LinkedHashMap<>();
    map.steps().forEach(start -> steps.merge(span.heading(start), 1, Integer::sum));
    return steps.entrySet().stream()
        .map(
            heading ->
                new Heading(
                    DAY.format(heading.getKey().atOffset(ZoneOffset.UTC)), heading.getValue()))
        .toList();
  }

  static List<Cell> legend() {
    return Arrays.stream(Coverage.values())
        .filter(state -> state != Coverage.NONE)
        .map(state -> new Cell(tone(state), mark(state), words(state)))
        .toList();
  }

  private static String tone(Coverage state) {
    return state.name().toLowerCase(Locale.ROOT);
  }

  private static String mark(Coverage state) {
    return switch (state) {
      case NONE, COMPLETE -> "";
      case AHEAD -> "·";
      case RESTATED -> "±";
      case MISSING -> "!";
      case LOST -> "×";
    };
  }

  private static String words(Coverage state) {
    return switch (state) {
      case NONE -> "not metered yet";
      case AHEAD -> "not over yet";
      case COMPLETE -> "complete";
      case RESTATED -> "complete, corrected since";
      case MISSING -> "missing, still at Cloudflare";
      case LOST -> "lost: gone at Cloudflare before it was read";
    };
  }

  private static DateTimeFormatter pattern(String pattern) {
    return DateTimeFormatter.ofPattern(pattern, Locale.ENGLISH);
  }
}
