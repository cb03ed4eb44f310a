package org.turnpike.console.usage;

import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.time.Instant;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Objects;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.turnpike.billing.DrawUpStatements;
import org.turnpike.billing.Statement;
import org.turnpike.console.figures.Totals;
import org.turnpike.console.gate.Person;
import org.turnpike.console.shell.Notice;
import org.turnpike.console.shell.Times;
import org.turnpike.identity.Scope;
import org.turnpike.tenant.Tenant;

/** How the whole company stands in the running period. */
@Named("company")
@RequestScoped
public class CompanyPage {
  @Inject Person person;
  @Inject DrawUpStatements statements;
  @Inject Lateness lateness;
  @Inject Leakage leakage;
  @Inject Times times;

  private List<Statement> all;

  public void open() {
    person.caller().requireEverywhere(Scope.FINANCE);
    all =
        statements.all(person.caller(), DrawUpStatements.CURRENT).stream()
            .sorted(Comparator.comparing((Statement one) -> one.charge().egress()).reversed())
            .toList();
  }

  public List<Statement> statements() {
    return all;
  }

  public Totals totals() {
    return Totals.of(all);
  }

  public long aboveFree() {
    return all.stream().filter(one -> one.charge().billableGigabytes().signum() > 0).count();
  }

  /** As good as the tenant furthest behind that has been read at all. */
  public String stamp() {
    return times.stamp(earliest(Statement::asOf), earliest(Statement::completeThrough));
  }

  public boolean behind() {
    return !all.isEmpty() && times.behind(earliest(Statement::completeThrough));
  }

  public List<Notice> attention() {
    return Stream.of(
            leakage.among(all.stream().map(Statement::tenant).toList()).stream(),
            all.stream()
                .filter(one -> one.tenant().status() == Tenant.Status.SUSPENDED)
                .map(this::suspended),
            late())
        .flatMap(notices -> notices)
        .toList();
  }

  private Notice suspended(Statement one) {
    return new Notice(
        "Suspended",
        "warn",
        one.tenant().name() + " gets no credentials",
        "Its usage is still counted and billed.",
        person.operator() ? "Go to tenants" : null,
        "tenants.xhtml");
  }

  /** Tenants of one account are late together, for one reason. */
  private Stream<Notice> late() {
    return all.stream()
        .filter(lateness::concerns)
        .collect(Collectors.groupingBy(Lateness::problem, LinkedHashMap::new, Collectors.toList()))
        .values()
        .stream()
        .map(together -> lateness.notice("Usage of " + names(together), together));
  }

  private static String names(List<Statement> some) {
    return some.size() == 1 ? some.get(0).tenant().name() : some.size() + " tenants";
  }

  private Instant earliest(java.util.function.Function<Statement, Instant> of) {
    return all.stream()
        .map(of)
        .filter(Objects::nonNull)
        .min(Comparator.naturalOrder())
        .orElse(null);
  }
}
