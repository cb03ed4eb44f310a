package org.turnpike.console.usage;

import jakarta.inject.Inject;
import jakarta.servlet.annotation.WebServlet;
import jakarta.servlet.http.HttpServletRequest;
import java.time.Clock;
import java.time.ZoneId;
import org.turnpike.analytics.ReportUsage;
import org.turnpike.analytics.UsageSeries;
import org.turnpike.console.shell.Csv;
import org.turnpike.console.shell.CsvDownload;
import org.turnpike.tenant.Tenant;

/** The usage page's series: one line a step and TURN key, in exact bytes. */
@WebServlet("/usage.csv")
public class UsageCsv extends CsvDownload {
  private static final long serialVersionUID = 1L;

  @Inject transient ReportUsage reports;
  @Inject transient Clock clock;

  @Override
  protected Download download(HttpServletRequest request) {
    Tenant tenant = tenant(request);
    Range range = Range.asked(request::getParameter, ZoneId.of("UTC"), clock);
    UsageSeries series =
        reports.series(
            person.caller(), tenant.id(), range.time(), range.granularity(), range.zone());
    Csv table = new Csv("start", "turn_key", "uid", "egress_bytes", "ingress_bytes");
    for (UsageSeries.KeyRow row : series.keys()) {
      for (UsageSeries.Point point : row.points()) {
        table.row(
            point.start(),
            row.turnKey().name(),
            row.turnKey().uid(),
            point.volume().egress().bytes(),
            point.volume().ingress().bytes());
      }
    }
    return new Download(
        "usage-%s-%s-%s".formatted(tenant.slug(), range.from(), range.through()), table);
  }
}
