package org.turnpike.console;

import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Named;

/** The page where an invited person chooses a password. */
@Named
@RequestScoped
public class Welcome {
  private String invitation;
  private String password;
  private String again;

  public String accept() {
    return "/sign-in.xhtml?faces-redirect=true";
  }

  public String getInvitation() {
    return invitation;
  }

  public void setInvitation(String invitation) {
    this.invitation = invitation;
  }

  public String getPassword() {
    return password;
  }

  public void setPassword(String password) {
    this.password = password;
  }

  public String getAgain() {
    return again;
  }

  public void setAgain(String again) {
    this.again = again;
  }
}
