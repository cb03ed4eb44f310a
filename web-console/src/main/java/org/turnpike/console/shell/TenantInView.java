package org.turnpike.console.shell;

import static java.util.stream.Collectors.joining;

import jakarta.faces.view.ViewScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import jakarta.servlet.http.HttpServletRequest;
import java.io.Serializable;
import java.util.stream.Stream;
import org.turnpike.console.gate.Person;
import org.turnpike.identity.Scope;
import org.turnpike.shared.Rejected;
import org.turnpike.shared.TenantId;
import org.turnpike.tenant.ManageTenants;
import org.turnpike.tenant.Tenant;

/**
 * The tenant a page is about: the one its address names, so that two tabs may look at two tenants;
 * without one the whole company, or, for those who do not see it, their first tenant.
 */
@Named("inView")
@ViewScoped
public class TenantInView implements Serializable {
  private static final long serialVersionUID = 1L;

  private TenantId id;
  private String slug;

  protected TenantInView() {}

  @Inject
  public TenantInView(HttpServletRequest request, Person person, ManageTenants tenants) {
    String wanted = request.getParameter("tenant");
    if (wanted == null && person.companyWide()) {
      return;
    }
    Tenant tenant =
        tenants.all(person.caller()).stream()
            .filter(choice -> wanted == null || choice.slug().equals(wanted))
            .findFirst()
            .orElseThrow(() -> Rejected.notFound("tenant"));
    id = tenant.id();
    slug = tenant.slug();
  }

  /** Whether it is the whole company. */
  public boolean company() {
    return id == null;
  }

  /** Throws {@link Rejected} when no tenant is in view. */
  public TenantId id() {
    if (company()) {
      throw Rejected.notFound("page without a tenant");
    }
    return id;
  }

  /** The tenant's name in addresses; null for the whole company. */
  public String slug() {
    return slug;
  }

  public boolean is(TenantId tenant) {
    return tenant.equals(id);
  }

  /** Whether this person may manage the tenant's keys. */
  public boolean keys(Person person) {
    return !company() && person.caller().may(Scope.KEYS, id);
  }

  /** Whether this person may see who holds the tenant's credentials. */
  public boolean credentials(Person person) {
    return !company() && person.caller().may(Scope.CREDENTIALS, id);
  }

  /** The address of a page about the same tenant. */
  public String href(String page) {
    return href(page, "");
  }

  /**
   * The address of a page about the same tenant.
   *
   * @param query further parameters, already encoded; empty for none
   */
  public String href(String page, String query) {
    String tenant = company() ? "" : "tenant=" + slug;
    String both = Stream.of(tenant, query).filter(part -> !part.isEmpty()).collect(joining("&"));
    return both.isEmpty() ? page : page + "?" + both;
  }
}
