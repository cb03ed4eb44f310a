package org.turnpike.console.administration;

import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import jakarta.servlet.http.HttpServletRequest;
import org.turnpike.console.gate.Person;
import org.turnpike.console.shell.Form;
import org.turnpike.identity.ManageUsers;
import org.turnpike.identity.User;
import org.turnpike.shared.PublicAddress;

/** Invites a person, or invites again, by a one-time link that is shown once. */
@Named("invitation")
@RequestScoped
public class InvitationDialog {
  @Inject Person person;
  @Inject ManageUsers users;
  @Inject UsersPage page;
  @Inject PublicAddress address;
  @Inject HttpServletRequest request;

  private final Form form = new Form();
  private ManageUsers.Invitation invitation;

  /** Empties the dialog. */
  public void begin() {
    form.clear();
  }

  public void invite() {
    invitation =
        users.invite(person.caller(), form.text("email"), form.text("name"), Roles.ticked(form));
    page.forget();
  }

  public void inviteAgain() {
    invitation = users.inviteAgain(person.caller(), page.asked().id());
  }

  /** The link just made; null else. */
  public String link() {
    return invitation == null
        ? null
        : address.welcome(invitation.token(), request.getRequestURL()).reveal();
  }

  public User invited() {
    return invitation.user();
  }

  public Form getForm() {
    return form;
  }
}
