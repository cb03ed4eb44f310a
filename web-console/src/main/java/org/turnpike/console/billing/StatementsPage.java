package org.turnpike.console.billing;

import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.util.List;
import org.turnpike.billing.DrawUpStatements;
import org.turnpike.billing.Statement;
import org.turnpike.console.gate.Person;
import org.turnpike.console.shell.Redirect;
import org.turnpike.console.shell.TenantInView;
import org.turnpike.identity.Caller;

/** One tenant's statements, newest first. */
@Named("statements")
@RequestScoped
public class StatementsPage {
  @Inject Person person;
  @Inject TenantInView inView;
  @Inject DrawUpStatements statements;
  @Inject Redirect redirect;

  private List<Statement> all;

  /** Leads on to those of all tenants when no tenant is in view. */
  public void open() {
    if (inView.company()) {
      redirect.to("statements-all.xhtml");
      return;
    }
    Caller caller = person.caller();
    all =
        statements.periods(caller, inView.id()).stream()
            .map(period -> statements.of(caller, inView.id(), period.name()))
            .toList();
  }

  public List<Statement> all() {
    return all;
  }

  public String href(Statement statement) {
    return inView.href("statements-period.xhtml", "period=" + statement.period().name());
  }
}
