package org.turnpike.console.collection;

import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import jakarta.servlet.http.HttpServletRequest;
import java.time.Clock;
import java.time.DateTimeException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.Arrays;
import java.util.List;
import org.turnpike.console.gate.Person;
import org.turnpike.console.shell.Times;
import org.turnpike.shared.Rejected;
import org.turnpike.shared.TimeRange;
import org.turnpike.tenant.ManageAccounts;
import org.turnpike.tenant.ManageTenants;
import org.turnpike.tenant.Tenant;
import org.turnpike.usage.CollectionState;
import org.turnpike.usage.CoverageMap;
import org.turnpike.usage.SeeCollection;

/** Which usage is in, of which tenant; what is missing, and until when Cloudflare has it. */
@Named("collection")
@RequestScoped
public class CollectionPage {
  @Inject Person person;
  @Inject SeeCollection collection;
  @Inject ManageTenants tenants;
  @Inject ManageAccounts accounts;
  @Inject Times times;
  @Inject HttpServletRequest request;
  @Inject Clock clock;

  private Span span;
  private TimeRange range;
  private CoverageMap map;
  private List<Tenant> all;
  private CollectionTiles tiles;
  private List<AccountPace> paces;

  /** A choice that leads to another address of this page. */
  public record Choice(String label, String href, boolean current) {}

  public void open() {
    span = Span.named(request.getParameter("span"));
    range = span.through(last());
    List<CollectionState> keys = collection.keys(person.caller());
    map = collection.map(person.caller(), range, span.step());
    all = tenants.all(person.caller());
    paces =
        AccountPace.of(collection.paces(person.caller()), accounts.list(person.caller()), clock);
    tiles = new CollectionTiles(keys, all, paces, times, clock.instant());
  }

  /** Now, or the end of the day that the address asks for. */
  private Instant last() {
    String day = request.getParameter("through");
    Instant now = clock.instant();
    if (day == null) {
      return now;
    }
    try {
      Instant asked =
          LocalDate.parse(day).plusDays(1).atStartOfDay(ZoneOffset.UTC).toInstant().minusMillis(1);
      return asked.isBefore(now) && asked.isAfter(TimeRange.EARLIEST.plus(span.length()))
          ? asked
          : now;
    } catch (DateTimeException e) {
      throw Rejected.invalid("through", "A day is written as 2026-11-26.");
    }
  }

  public CollectionTiles tiles() {
    return tiles;
  }

  public List<AccountPace> accounts() {
    return paces;
  }

  public List<CoverageCells.Row> rows() {
    return CoverageCells.rows(map, all);
  }

  public List<CoverageCells.Heading> headings() {
    return CoverageCells.headings(map, span);
  }

  public List<CoverageCells.Cell> legend() {
    return CoverageCells.legend();
  }

  public String stepName() {
    return span.stepName();
  }

  /** Such as "25 Nov 2026 – 26 Nov 2026, UTC". */
  public String written() {
    return LocalDate.ofInstant(range.start(), ZoneOffset.UTC)
        + " – "
        + LocalDate.ofInstant(range.end().minusMillis(1), ZoneOffset.UTC)
        + ", UTC";
  }

  public List<Choice> choices() {
    return Arrays.stream(Span.values())
        .map(
            each ->
                new Choice(each.label(), "collection.xhtml?span=" + each.wireName(), each == span))
        .toList();
  }

  public String earlier() {
    return through(range.start().minusMillis(1));
  }

  /** Null when it would be ahead of now. */
  public String later() {
    return range.end().isAfter(clock.instant())
        ? null
        : through(range.end().plus(span.length()).minusMillis(1));
  }

  /** This page, read again. */
  public String here() {
    return through(range.end().minusMillis(1));
  }

  private String through(Instant last) {
    return "collection.xhtml?span=%s&through=%s"
        .formatted(span.wireName(), LocalDate.ofInstant(last, ZoneOffset.UTC));
  }
}
