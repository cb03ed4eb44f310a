package org.turnpike.console.usage;

import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import jakarta.servlet.http.HttpServletRequest;
import java.time.Clock;
import java.util.List;
import java.util.stream.Stream;
import org.turnpike.analytics.Granularity;
import org.turnpike.analytics.ReportUsage;
import org.turnpike.analytics.UsageSeries;
import org.turnpike.console.figures.EgressChart;
import org.turnpike.console.gate.Person;
import org.turnpike.console.shell.Days;
import org.turnpike.console.shell.Look;
import org.turnpike.console.shell.TenantInView;

/** One tenant's usage over time; its whole question stands in its address. */
@Named("usage")
@RequestScoped
public class UsagePage {
  @Inject Person person;
  @Inject TenantInView inView;
  @Inject Look look;
  @Inject ReportUsage reports;
  @Inject HttpServletRequest request;
  @Inject Clock clock;

  private Range asked;
  private Range range;
  private UsageSeries series;
  private EgressChart chart;

  /** A choice that leads to another address of this page. */
  public record Choice(String label, String href, boolean current) {}

  public void open() {
    asked = Range.asked(request::getParameter, look.zone(), clock);
    range = asked.drawn();
    series =
        reports.series(
            person.caller(), inView.id(), range.time(), range.granularity(), range.zone());
    chart = Steps.chart(series);
  }

  public UsageSeries series() {
    return series;
  }

  public EgressChart chart() {
    return chart;
  }

  public Range range() {
    return range;
  }

  /** Why the steps are longer than those asked for; null when they are not. */
  public String longerSteps() {
    return range.equals(asked)
        ? null
        : "A chart by %s holds %d days at most: this range is shown by %s."
            .formatted(
                asked.granularity().wireName(),
                Steps.mostDays(asked.granularity()),
                range.granularity().wireName());
  }

  /** The days to choose from. */
  public Days days() {
    return Days.past(clock, range.zone());
  }

  public List<String> zones() {
    return Stream.of("UTC", look.zone().getId(), range.zone().getId()).distinct().toList();
  }

  public List<Choice> presets() {
    return range.presets(clock).stream()
        .map(preset -> choice(preset.label(), preset.range(), sameDays(preset.range())))
        .toList();
  }

  public List<Choice> granularities() {
    return Stream.of(Granularity.values())
        .map(range::by)
        .filter(Range::fits)
        .map(each -> choice("By " + each.granularity().wireName(), each, each.equals(range)))
        .toList();
  }

  public String download() {
    return inView.href("usage.csv", range.query());
  }

  private Choice choice(String label, Range to, boolean current) {
    return new Choice(label, inView.href("usage.xhtml", to.query()), current);
  }

  private boolean sameDays(Range other) {
    return other.from().equals(range.from()) && other.through().equals(range.through());
  }
}
