package org.turnpike.console;

import jakarta.enterprise.context.RequestScoped;
import jakarta.faces.context.FacesContext;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;

/** Who is signed in. */
@Named
@RequestScoped
public class Person {
  @Inject HttpServletRequest request;

  public String getName() {
    return "Tenant admin";
  }

  public String getInitials() {
    return "TA";
  }

  public String signOut() throws ServletException {
    request.logout();
    FacesContext.getCurrentInstance().getExternalContext().invalidateSession();
    return "/sign-in.xhtml?faces-redirect=true";
  }
}
