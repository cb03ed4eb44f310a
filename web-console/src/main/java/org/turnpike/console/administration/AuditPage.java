package org.turnpike.console.administration;

import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import jakarta.servlet.http.HttpServletRequest;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.turnpike.audit.AuditEntry;
import org.turnpike.console.gate.Person;
import org.turnpike.console.shell.Days;
import org.turnpike.console.shell.Look;
import org.turnpike.console.shell.TenantInView;
import org.turnpike.identity.ReadAuditTrail;
import org.turnpike.shared.Slice;
import org.turnpike.tenant.ManageTenants;

/** Who did what; the whole question stands in the address. */
@Named("audit")
@RequestScoped
public class AuditPage {
  @Inject Person person;
  @Inject TenantInView inView;
  @Inject ReadAuditTrail trail;
  @Inject ManageTenants tenants;
  @Inject Look look;
  @Inject Clock clock;
  @Inject HttpServletRequest request;

  private Slice<AuditEntry> slice;
  private TenantNames names;

  public void open() {
    slice =
        trail.read(
            person.caller(),
            asked("text"),
            day("from", 0),
            day("through", 1),
            new Slice.Request(Slice.USUAL, asked("cursor")));
    names = new TenantNames(tenants.all(person.caller()));
  }

  public List<AuditEntry> entries() {
    return slice.items();
  }

  /** The days to choose from. */
  public Days days() {
    return Days.past(clock, look.zone());
  }

  /** What was done, with the names of tenants for their ids. */
  public String detail(AuditEntry entry) {
    return entry.detail() == null ? "" : names.in(entry.detail());
  }

  public String tenant(AuditEntry entry) {
    return entry.tenant() == null ? "–" : names.of(entry.tenant());
  }

  /** The address of the entries before these; null at the beginning of the trail. */
  public String older() {
    return slice.next() == null ? null : href(slice.next());
  }

  /** The address of the newest entries; null when these are they. */
  public String newest() {
    return asked("cursor") == null ? null : href(null);
  }

  public String asked(String parameter) {
    String value = request.getParameter(parameter);
    return value == null || value.isBlank() ? null : value;
  }

  private String href(String cursor) {
    Map<String, String> query = new LinkedHashMap<>();
    Stream.of("text", "from", "through").forEach(name -> query.put(name, asked(name)));
    query.put("cursor", cursor);
    query.values().removeIf(Objects::isNull);
    return inView.href(
        "audit.xhtml",
        query.entrySet().stream()
            .map(each -> each.getKey() + "=" + encoded(each.getValue()))
            .collect(Collectors.joining("&")));
  }

  private static String encoded(String value) {
    return URLEncoder.encode(value, StandardCharsets.UTF_8);
  }

  private Instant day(String parameter, int plusDays) {
    LocalDate day = days().typed(parameter, asked(parameter));
    return day == null ? null : day.plusDays(plusDays).atStartOfDay(look.zone()).toInstant();
  }
}
