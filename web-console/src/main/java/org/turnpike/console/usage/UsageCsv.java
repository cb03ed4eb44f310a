package org.turnpike.console.usage;

import static java.util.stream.Collectors.toMap;

import jakarta.inject.Inject;
import jakarta.servlet.annotation.WebServlet;
import jakarta.servlet.http.HttpServletRequest;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneId;
import java.util.Map;
import java.util.TreeMap;
import org.turnpike.analytics.Connections;
import org.turnpike.analytics.ConnectionsSeries;
import org.turnpike.analytics.UsageSeries;
import org.turnpike.console.shell.Csv;
import org.turnpike.console.shell.CsvDownload;
import org.turnpike.tenant.Tenant;
import org.turnpike.usage.RelayedVolume;

/** The usage page's figures: one line a step and whatever it is grouped by, in exact bytes. */
@WebServlet("/usage.csv")
public class UsageCsv extends CsvDownload {
  private static final long serialVersionUID = 1L;

  @Inject transient ReadUsage reader;
  @Inject transient Clock clock;

  @Override
  protected Download download(HttpServletRequest request) {
    Tenant tenant = tenant(request);
    UsageView view =
        UsageView.asked(request::getParameter, ZoneId.of("UTC"), clock).comparing(false);
    UsageInView usage = reader.of(person.caller(), tenant.id(), view);
    return new Download(
        "usage-%s-%s-%s".formatted(tenant.slug(), view.range().from(), view.range().through()),
        view.grouping() == Grouping.TURN_KEY ? byTurnKey(usage) : byOther(usage));
  }

  private static Csv byTurnKey(UsageInView usage) {
    Csv table =
        new Csv(
            "start",
            "turn_key",
            "uid",
            "egress_bytes",
            "ingress_bytes",
            "connections_peak",
            "connections_mean");
    for (UsageLine line : usage.lines()) {
      Map<Instant, Connections> connections =
          line.connections().stream()
              .collect(toMap(ConnectionsSeries.Point::start, ConnectionsSeries.Point::connections));
      Map<Instant, RelayedVolume> volumes = new TreeMap<>();
      connections.keySet().forEach(start -> volumes.put(start, RelayedVolume.NONE));
      line.points().forEach(point -> volumes.put(point.start(), point.volume()));
      volumes.forEach(
          (start, volume) -> {
            Connections known = connections.get(start);
            table.row(
                start,
                line.name(),
                line.detail(),
                volume.egress().bytes(),
                volume.ingress().bytes(),
                known == null ? null : known.peak().stripTrailingZeros().toPlainString(),
                known == null ? null : known.mean().stripTrailingZeros().toPlainString());
          });
    }
    return table;
  }

  private static Csv byOther(UsageInView usage) {
    Csv table =
        new Csv("start", usage.view().grouping().column(), "kind", "egress_bytes", "ingress_bytes");
    for (UsageLine line : usage.lines()) {
      for (UsageSeries.Point point : line.points()) {
        table.row(
            point.start(),
            line.name(),
            line.kind(),
            point.volume().egress().bytes(),
            point.volume().ingress().bytes());
      }
    }
    return table;
  }
}
