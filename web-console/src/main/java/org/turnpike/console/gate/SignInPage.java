package org.turnpike.console.gate;

import jakarta.enterprise.context.RequestScoped;
import jakarta.faces.application.FacesMessage;
import jakarta.faces.context.FacesContext;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import jakarta.security.enterprise.AuthenticationStatus;
import jakarta.security.enterprise.SecurityContext;
import jakarta.security.enterprise.authentication.mechanism.http.AuthenticationParameters;
import jakarta.security.enterprise.credential.Password;
import jakarta.security.enterprise.credential.UsernamePasswordCredential;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;

/** Sign in. */
@Named("signIn")
@RequestScoped
public class SignInPage {
  private static final String WRONG = "This address and password do not go together";
  private static final String WHAT_NOW =
      "Check both, or ask an operator for a new invitation link.";

  @Inject SecurityContext security;
  @Inject FacesContext faces;

  private String email;
  private String password;
  private String from;

  public void enter() throws IOException {
    var external = faces.getExternalContext();
    var request = (HttpServletRequest) external.getRequest();
    var response = (HttpServletResponse) external.getResponse();
    // An id that was planted before signing in must not be worth anything afterwards.
    request.changeSessionId();
    var credential = new UsernamePasswordCredential(email, new Password(password));
    var status =
        security.authenticate(
            request, response, AuthenticationParameters.withParams().credential(credential));
    SessionCookie.keepOnSite(response);
    if (status == AuthenticationStatus.SUCCESS) {
      external.redirect(request.getContextPath() + WayBack.within(from));
    } else {
      var refusal = (String) request.getAttribute(PeopleStore.REFUSAL);
      faces.addMessage(
          null,
          refusal == null
              ? new FacesMessage(FacesMessage.SEVERITY_ERROR, WRONG, WHAT_NOW)
              : new FacesMessage(FacesMessage.SEVERITY_WARN, refusal, ""));
    }
  }

  public String getEmail() {
    return email;
  }

  public void setEmail(String email) {
    this.email = email;
  }

  /** Never sent back. */
  public String getPassword() {
    return null;
  }

  public void setPassword(String password) {
    this.password = password;
  }

  public String getFrom() {
    return from;
  }

  public void setFrom(String from) {
    this.from = from;
  }
}
