package org.turnpike.console.administration;

import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import jakarta.servlet.http.HttpServletRequest;
import java.util.List;
import java.util.UUID;
import org.turnpike.billing.RatePlan;
import org.turnpike.console.gate.Person;
import org.turnpike.console.shell.Form;
import org.turnpike.console.shell.Notices;
import org.turnpike.shared.TenantId;
import org.turnpike.tenant.CloudflareAccount;
import org.turnpike.tenant.ManageAccounts;
import org.turnpike.tenant.ManageTenants;
import org.turnpike.tenant.Tenant;
import org.turnpike.tenant.TenantDetails;

/** Tenants: added, changed, suspended and made active again. */
@Named("tenants")
@RequestScoped
public class TenantsPage {
  @Inject Person person;
  @Inject ManageTenants tenants;
  @Inject ManageAccounts accounts;
  @Inject Plans plans;
  @Inject TenantRows rows;
  @Inject Notices notices;
  @Inject HttpServletRequest request;

  private final Form form = new Form();
  private final Form search = new Form();
  private List<TenantRows.Row> list;

  /** Refuses whoever may not see the page, before anything of it is drawn. */
  public void open() {
    list();
  }

  public List<TenantRows.Row> list() {
    if (list == null) {
      list = rows.find(person.caller(), search.text("text"), search.text("order"));
    }
    return list;
  }

  public List<CloudflareAccount> accounts() {
    return accounts.list(person.caller());
  }

  public List<RatePlan> plans() {
    return plans.all();
  }

  /** Fills the dialog for a new tenant. */
  public void begin() {
    TenantForm.begin(form);
  }

  /** Fills the dialog with a tenant. */
  public void edit() {
    TenantForm.fill(form, tenants.find(person.caller(), id(request.getParameter("tenantId"))));
  }

  public void save() {
    TenantDetails details = TenantForm.details(form);
    Tenant saved =
        form.text("tenantId") == null
            ? tenants.add(person.caller(), details)
            : tenants.change(person.caller(), id(form.text("tenantId")), details);
    list = null;
    notices.done(saved.name() + " is saved");
  }

  public void suspend() {
    become(Tenant.Status.SUSPENDED, " is suspended and gets no credentials");
  }

  public void reactivate() {
    become(Tenant.Status.ACTIVE, " is active and gets credentials again");
  }

  public Form getForm() {
    return form;
  }

  public Form getSearch() {
    return search;
  }

  private void become(Tenant.Status status, String done) {
    TenantDetails change = new TenantDetails(null, null, null, null, null, status);
    Tenant tenant = tenants.change(person.caller(), id(request.getParameter("tenantId")), change);
    list = null;
    notices.done(tenant.name() + done);
  }

  private static TenantId id(String text) {
    return new TenantId(UUID.fromString(text));
  }
}
