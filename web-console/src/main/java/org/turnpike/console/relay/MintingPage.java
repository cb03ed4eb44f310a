package org.turnpike.console.relay;

import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import jakarta.servlet.http.HttpServletRequest;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.turnpike.console.gate.Person;
import org.turnpike.console.shell.Notice;
import org.turnpike.console.shell.TenantInView;
import org.turnpike.console.shell.Times;
import org.turnpike.credential.MintingReport;
import org.turnpike.credential.MintingReport.Span;
import org.turnpike.credential.SeeMinting;

/** Whether Cloudflare mints, what is ready in case it does not, and what served those who asked. */
@Named("minting")
@RequestScoped
public class MintingPage {
  @Inject Person person;
  @Inject TenantInView inView;
  @Inject SeeMinting minting;
  @Inject MintingAttention attention;
  @Inject Times times;
  @Inject HttpServletRequest request;

  private MintingReport report;
  private Span span;

  /** One way to choose how far back figures go. */
  public record Choice(String label, String href, boolean current) {}

  public void open() {
    report =
        inView.company() ? minting.all(person.caller()) : minting.of(person.caller(), inView.id());
    span =
        Arrays.stream(Span.values())
            .filter(each -> name(each).equals(asked("span")))
            .findFirst()
            .orElse(Span.DAY);
  }

  public List<Choice> choices() {
    return Arrays.stream(Span.values())
        .map(each -> new Choice(label(each), here(name(each)), each == span))
        .toList();
  }

  /** How far back figures go, as it stands in addresses. */
  public String spanName() {
    return name(span);
  }

  /** The same in words. */
  public String since() {
    return label(span).toLowerCase(Locale.ROOT);
  }

  public AnswersInView answers() {
    return AnswersInView.of(report.tenants(), span);
  }

  public AnswersInView answers(MintingReport.OfTenant tenant) {
    return AnswersInView.of(List.of(tenant), span);
  }

  public List<MintingReport.OfTenant> tenants() {
    return report.tenants();
  }

  public List<MintingRow> rows() {
    return MintingRows.of(report, span, asked("text"), asked("order"));
  }

  public String asked(String parameter) {
    return request.getParameter(parameter);
  }

  /** Whether nobody asked and nothing was minted, as far back as is known. */
  public boolean untouched() {
    AnswersInView ever = AnswersInView.of(report.tenants(), Span.WEEK);
    return ever.answers().given() + ever.answers().refused() + ever.mintings().calls() == 0;
  }

  public Upstream upstream() {
    return Upstream.of(MintingRows.of(report, span, null, null));
  }

  public List<Notice> attention() {
    return attention.of(report);
  }

  public String stamp() {
    String since = "figures since " + times.minute(span.start(report.at()));
    return report.asOf() == null
        ? "No server tells what it sees · " + since + " " + times.zone()
        : "As of " + times.second(report.asOf()) + " " + times.zone() + " · " + since;
  }

  public boolean stale() {
    return report.asOf() == null || !report.silent().isEmpty();
  }

  /** The same page, read again. */
  public String again() {
    return here(name(span));
  }

  private String here(String spanName) {
    return inView.href(
        "minting.xhtml",
        Stream.of("span=" + spanName, parameter("text"), parameter("order"))
            .filter(part -> !part.isEmpty())
            .collect(Collectors.joining("&")));
  }

  private String parameter(String name) {
    String value = asked(name);
    return value == null || value.isBlank()
        ? ""
        : name + "=" + URLEncoder.encode(value, StandardCharsets.UTF_8);
  }

  private static String name(Span span) {
    return span.name().toLowerCase(Locale.ROOT);
  }

  private static String label(Span span) {
    return switch (span) {
      case HOUR -> "Last hour";
      case DAY -> "Last 24 hours";
      case WEEK -> "Last 7 days";
    };
  }
}
