package org.turnpike.console.gate;

import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import jakarta.servlet.http.HttpServletRequest;
import java.util.Locale;
import java.util.Optional;
import java.util.UUID;
import org.turnpike.identity.Caller;
import org.turnpike.identity.Scope;
import org.turnpike.identity.SignIn;
import org.turnpike.shared.Rejected;

/** Who is signed in, asked afresh with each request: roles or password may have changed since. */
@Named
@RequestScoped
public class Person {
  /** The session's attribute that tells with which password it began. */
  static final String PASSWORD_MARK = Person.class.getName() + ".passwordMark";

  @Inject SignIn signIn;
  @Inject HttpServletRequest request;
  @Inject CallerAddress address;

  private Optional<Caller> caller;

  /** The caller of every use case. */
  public Caller caller() {
    return find()
        .orElseThrow(
            () -> new Rejected(Rejected.Reason.UNAUTHENTICATED, "Sign in to see this page."));
  }

  /** Whether the account may still be used, by the password of this session. */
  boolean isKnown() {
    return find().isPresent();
  }

  private Optional<Caller> find() {
    if (caller == null) {
      caller =
          Optional.ofNullable(request.getUserPrincipal())
              .flatMap(principal -> caller(UUID.fromString(principal.getName())));
    }
    return caller;
  }

  private Optional<Caller> caller(UUID id) {
    String mark = (String) request.getSession().getAttribute(PASSWORD_MARK);
    return signIn.caller(id, mark, address.read());
  }

  public String name() {
    return caller().actor().name();
  }

  public String initials() {
    return name().substring(0, Math.min(2, name().length())).toUpperCase(Locale.ROOT);
  }

  public boolean operator() {
    return caller().mayEverywhere(Scope.ADMIN);
  }

  /** Whether the whole company is in reach, not single tenants. */
  public boolean companyWide() {
    return caller().visibleTenants() == null;
  }

  public boolean auditor() {
    return caller().scopes().contains(Scope.AUDIT);
  }
}
