package org.turnpike.systemtests.api;

import java.io.IOException;
import java.util.HashMap;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.turnpike.systemtests.Web;
import org.turnpike.systemtests.world.World;

/** What the product tells Prometheus. */
final class Metrics {
  private Metrics() {}

  /** A counter's values by one of its labels. */
  static Map<String, Long> byLabel(World world, String counter, String label)
      throws IOException, InterruptedException {
    Matcher line =
        Pattern.compile(
                "^%s\\{[^}]*%s=\"([^\"]*)\"[^}]*\\} ([0-9.E+]+)$".formatted(counter, label),
                Pattern.MULTILINE)
            .matcher(Web.get(world.uri("/api/metrics")).body());
    Map<String, Long> values = new HashMap<>();
    while (line.find()) {
      values.merge(line.group(1), (long) Double.parseDouble(line.group(2)), Long::sum);
    }
    return values;
  }
}
