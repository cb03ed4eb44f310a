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

/** People: invited by a one-time link, given roles, disabled and enabled. */
@Named("users")
@RequestScoped
public class UsersPage {
  @Inject Person person;
  @Inject ManageUsers users;
  @Inject ManageTenants tenants;
  @Inject Links links;
  @Inject Notices notices;
  @Inject HttpServletRequest request;

  private final Form form = new Form();
  private List<User> list;
  private List<Tenant> allTenants;
  private ManageUsers.Invitation invitation;

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

  /** Empties the dialog. */
  public void begin() {
    form.clear();
  }

  public void invite() {
    invitation =
        users.invite(person.caller(), form.text("email"), form.text("name"), Roles.ticked(form));
    list = null;
  }

  public void inviteAgain() {
    invitation = users.inviteAgain(person.caller(), asked().id());
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
    list = null;
    notices.done(user.name() + " has new roles from the next click on");
  }

  public void disable() {
    User user = users.disable(person.caller(), asked().id());
    list = null;
    notices.done(user.name() + " is disabled and signed out");
  }

  public void enable() {
    User user = users.enable(person.caller(), asked().id());
    list = null;
    notices.done(user.name() + " is enabled again");
  }

  /** The one-time link just made, to be shown this once; null else. */
  public String link() {
    return invitation == null ? null : links.welcome(invitation.token());
  }

  public User invited() {
    return invitation.user();
  }

  public Form getForm() {
    return form;
  }

  private User asked() {
    String id = request.getParameter("user");
    return list().stream()
        .filter(user -> user.id().toString().equals(id))
        .findFirst()
        .orElseThrow(() -> Rejected.notFound("user"));
  }
}
