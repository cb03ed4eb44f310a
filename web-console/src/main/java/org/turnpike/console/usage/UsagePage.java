package org.turnpike.console.usage;

import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import jakarta.servlet.http.HttpServletRequest;
import java.time.Clock;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Stream;
import org.turnpike.analytics.Granularity;
import org.turnpike.console.figures.Measure;
import org.turnpike.console.figures.UsageChart;
import org.turnpike.console.gate.Person;
import org.turnpike.console.shell.Days;
import org.turnpike.console.shell.Look;
import org.turnpike.console.shell.TenantInView;

/** One tenant's usage over time; its whole question stands in its address. */
@Named("usage")
@RequestScoped
public class UsagePage {
  private static final List<String> OF_THE_RANGE =
      List.of("from", "through", "zone", "granularity");
  private static final List<String> OF_THE_TABLE = List.of("text", "order");

  @Inject Person person;
  @Inject TenantInView inView;
  @Inject Look look;
  @Inject ReadUsage reader;
  @Inject Goodness goodness;
  @Inject HttpServletRequest request;
  @Inject Clock clock;

  private UsageView asked;
  private UsageView view;
  private UsageInView usage;
  private UsageChart chart;

  /** A choice that leads to another address of this page. */
  public record Choice(String label, String href, boolean current) {}

  public void open() {
    asked = UsageView.asked(request::getParameter, look.zone(), clock);
    view = asked.drawn();
    usage = reader.of(person.caller(), inView.id(), view);
    chart = Steps.chart(usage.ledger(), view.measure(), usage.lines());
  }

  public UsageTotals totals() {
    return new UsageTotals(usage);
  }

  public UsageChart chart() {
    return chart;
  }

  public Range range() {
    return view.range();
  }

  public UsageView view() {
    return view;
  }

  /** Why the steps are longer than those asked for; null when they are not. */
  public String longerSteps() {
    Granularity wanted = asked.range().granularity();
    return range().equals(asked.range())
        ? null
        : "A chart by %s holds %d days at most: this range is shown by %s."
            .formatted(wanted.wireName(), Steps.mostDays(wanted), range().granularity().wireName());
  }

  /** The days to choose from. */
  public Days days() {
    return Days.past(clock, range().zone());
  }

  public List<String> zones() {
    return Stream.of("UTC", look.zone().getId(), range().zone().getId()).distinct().toList();
  }

  public List<Choice> presets() {
    return range().presets(clock).stream()
        .map(preset -> choice(preset.label(), view.in(preset.range()), sameDays(preset.range())))
        .toList();
  }

  public List<Choice> granularities() {
    return Stream.of(Granularity.values())
        .map(range()::by)
        .filter(Range::fits)
        .map(
            each ->
                choice("By " + each.granularity().wireName(), view.in(each), each.equals(range())))
        .toList();
  }

  public List<Choice> groupings() {
    return Arrays.stream(Grouping.values())
        .map(each -> choice(each.label(), view.by(each), each == view.grouping()))
        .toList();
  }

  public List<Choice> measures() {
    return Arrays.stream(Measure.values())
        .map(each -> choice(each.label(), view.of(each), each == view.measure()))
        .toList();
  }

  /** What says so leads to the opposite. */
  public Choice comparison() {
    return choice(
        view.compared() ? "Stop comparing" : "Compare with the days before",
        view.comparing(!view.compared()),
        view.compared());
  }

  /** What the form of the range leaves as it is. */
  public List<UsageView.Parameter> besideRange() {
    return view.parameters(OF_THE_RANGE);
  }

  /** Likewise that of the table. */
  public List<UsageView.Parameter> besideTable() {
    return view.parameters(OF_THE_TABLE);
  }

  public List<UsageLine> lines() {
    return usage.found();
  }

  public String change(UsageLine line) {
    return usage.change(line);
  }

  public String grouping() {
    return view.grouping().label();
  }

  public boolean connections() {
    return view.measure() == Measure.CONNECTIONS;
  }

  /** Whether there is usage, and nothing of it is known as it is asked for. */
  public boolean unknown() {
    return !usage.ledger().keys().isEmpty()
        && usage.lines().stream()
            .allMatch(line -> line.isOther() || line.figures(view.measure()).isEmpty());
  }

  /** How good the figures are. */
  public String stamp() {
    return goodness.billed(usage);
  }

  public boolean behind() {
    return goodness.isBilledBehind(usage);
  }

  /** How good those for display are; null where there are none. */
  public String displayStamp() {
    return view.grouping() == Grouping.TURN_KEY && !connections() ? null : goodness.broken(usage);
  }

  public boolean displayBehind() {
    return goodness.isBrokenBehind(usage);
  }

  public String download() {
    return inView.href("usage.csv", view.query());
  }

  /** The page by TURN key, in whose figures nothing is missing. */
  public String byTurnKey() {
    return href(view.by(Grouping.TURN_KEY).of(Measure.EGRESS));
  }

  private Choice choice(String label, UsageView to, boolean current) {
    return new Choice(label, href(to), current);
  }

  private String href(UsageView to) {
    return inView.href("usage.xhtml", to.query());
  }

  private boolean sameDays(Range other) {
    return other.from().equals(range().from()) && other.through().equals(range().through());
  }
}
