package org.turnpike.console.administration;

import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import jakarta.servlet.http.HttpServletRequest;
import java.util.List;
import java.util.UUID;
import org.turnpike.console.gate.Person;
import org.turnpike.console.shell.Form;
import org.turnpike.console.shell.Notices;
import org.turnpike.identity.ManageUsers;
import org.turnpike.identity.User;
import org.turnpike.shared.Rejected;
import org.turnpike.tenant.ManageTenants;
import org.turnpike.tenant.Tenant;

/** People: given roles, disabled and enabled. */
@Named("users")
@RequestScoped
public class UsersPage {
  @Inject Person person;
  @Inject ManageUsers users;
  @Inject ManageTenants tenants;
  @Inject Notices notices;
  @Inject HttpServletRequest request;

  private final Form form = new Form();
  private List<User> list;
  private List<Tenant> allTenants;

  /** Refuses whoever may not see the page, before anything of it is drawn. */
  public void open() {
    list();
  }

  public List<User> list() {
    if (list == null) {
      list = users.list(person.caller());
    }
    return list;
  }

  public List<Tenant> tenants() {
    if (allTenants == null) {
      allTenants = tenants.all(person.caller());
    }
    return allTenants;
  }

  public String roles(User user) {
    return Roles.written(user.roles(), tenants());
  }

  /** Fills the dialog with a person's roles. */
  public void editRoles() {
    User user = asked();
    form.put("user", user.id().toString());
    form.put("name", user.name());
    Roles.tick(form, user.roles());
  }

  public void assignRoles() {
    UUID id = UUID.fromString(form.text("user"));
    User user = users.assignRoles(person.caller(), id, Roles.ticked(form));
    forget();
    notices.done(user.name() + " has new roles from the next click on");
  }

  public void disable() {
    User user = users.disable(person.caller(), asked().id());
    forget();
    notices.done(user.name() + " is disabled and signed out");
  }

  public void enable() {
    User user = users.enable(person.caller(), asked().id());
    forget();
    notices.done(user.name() + " is enabled again");
  }

  /** The list is to be read again. */
  void forget() {
    list = null;
  }

  public Form getForm() {
    return form;
  }

  /** The person whose row was clicked. */
  User asked() {
    String id = request.getParameter("user");
    return list().stream()
        .filter(user -> user.id().toString().equals(id))
        .findFirst()
        .orElseThrow(() -> Rejected.notFound("user"));
  }
}
