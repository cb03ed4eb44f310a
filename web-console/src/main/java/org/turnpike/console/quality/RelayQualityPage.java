package org.turnpike.console.quality;

import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import jakarta.servlet.http.HttpServletRequest;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Stream;
import org.turnpike.console.figures.Figures;
import org.turnpike.console.figures.Ratios;
import org.turnpike.console.gate.Person;
import org.turnpike.console.shell.Days;
import org.turnpike.console.shell.Look;
import org.turnpike.console.shell.TenantInView;
import org.turnpike.console.shell.Times;
import org.turnpike.console.usage.Range;
import org.turnpike.console.usage.UsageView;
import org.turnpike.quality.AllocationLimit;
import org.turnpike.quality.FailedJoin;
import org.turnpike.quality.QualityFigures;
import org.turnpike.quality.RelayQuality;
import org.turnpike.quality.SeeRelayQuality;
import org.turnpike.shared.PublicAddress;

/** How one tenant's calls fared in the days its address names. */
@Named("relayQuality")
@RequestScoped
public class RelayQualityPage {
  @Inject Person person;
  @Inject TenantInView inView;
  @Inject Look look;
  @Inject Times times;
  @Inject SeeRelayQuality seeing;
  @Inject PublicAddress address;
  @Inject HttpServletRequest request;
  @Inject Clock clock;

  private Range range;
  private RelayQuality quality;

  /** Usual days, which lead to another address of this page. */
  public record Choice(String label, String href, boolean current) {}

  public void open() {
    range = Range.asked(request::getParameter, look.zone(), clock);
    quality = seeing.of(person.caller(), inView.id(), range.time());
  }

  public RelayQuality quality() {
    return quality;
  }

  public QualityFigures whole() {
    return quality.whole();
  }

  /** Whether nothing was told of any call in these days. */
  public boolean nothing() {
    return whole().calls() + quality.failed() == 0;
  }

  public String relayed() {
    return Ratios.percent(whole().relayedRatio());
  }

  /** The drawing's width, and the same in a sentence. */
  public long relayedShare() {
    return Ratios.share(whole().relayed(), whole().calls());
  }

  public long direct() {
    return whole().calls() - whole().relayed();
  }

  public String failedShare() {
    long joins = whole().calls() + quality.failed();
    return Figures.count(Ratios.share(quality.failed(), joins)) + " % of those who tried";
  }

  public List<AllocationLimit> limits() {
    return Arrays.asList(AllocationLimit.values());
  }

  public List<FailedJoin> failures() {
    return quality.failures().keySet().stream().sorted().toList();
  }

  public String stamp() {
    String last =
        quality.lastAt() == null
            ? "no report yet"
            : "last report " + times.minute(quality.lastAt()) + " " + times.zone();
    return "Told by browsers, not billed · "
        + last
        + (quality.taken() ? "" : " · now switched off");
  }

  public Range range() {
    return range;
  }

  public List<Choice> presets() {
    return range.presets(clock).stream()
        .map(
            preset ->
                new Choice(
                    preset.label(),
                    inView.href("relay-quality.xhtml", query(preset.range())),
                    preset.range().time().equals(range.time())))
        .toList();
  }

  public Days days() {
    return Days.past(clock, range.zone());
  }

  public List<String> zones() {
    return Stream.of("UTC", look.zone().getId(), range.zone().getId()).distinct().toList();
  }

  /** The range is all that is asked. */
  public List<UsageView.Parameter> besideRange() {
    return List.of();
  }

  public String download() {
    return inView.href("relay-quality.csv", query(range));
  }

  /** Where pages load the module from. */
  public String module() {
    return address.root(request.getRequestURL()) + "api/turnpike-reports.js";
  }

  private static String query(Range days) {
    return "from=%s&through=%s&zone=%s"
        .formatted(
            days.from(),
            days.through(),
            URLEncoder.encode(days.zone().getId(), StandardCharsets.UTF_8));
  }
}
