package org.turnpike.console.gate;

import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import org.turnpike.identity.ManageUsers;
import org.turnpike.shared.Rejected;
import org.turnpike.shared.Secret;

/** An invited person chooses a password. */
@Named("welcome")
@RequestScoped
public class WelcomePage {
  @Inject ManageUsers users;

  private String invitation;
  private String password;

  public String accept() {
    if (invitation == null) {
      throw Rejected.invalid(
          "token", "This link is not complete. Copy all of it, or ask for a new invitation.");
    }
    if (password.isBlank()) {
      throw Rejected.invalid("password", "A password is more than blanks.");
    }
    users.acceptInvitation(Secret.of(invitation), Secret.of(password));
    return "/sign-in.xhtml?faces-redirect=true&welcome=true";
  }

  public String getInvitation() {
    return invitation;
  }

  public void setInvitation(String invitation) {
    this.invitation = invitation;
  }

  /** Never sent back. */
  public String getPassword() {
    return null;
  }

  public void setPassword(String password) {
    this.password = password;
  }
}
