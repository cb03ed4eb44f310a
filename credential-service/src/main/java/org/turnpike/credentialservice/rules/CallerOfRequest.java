package org.turnpike.credentialservice.rules;

import jakarta.enterprise.context.Dependent;
import jakarta.enterprise.context.RequestScoped;
import jakarta.enterprise.inject.Produces;
import jakarta.inject.Inject;
import jakarta.servlet.http.HttpServletRequest;
import org.turnpike.identity.Caller;

/** Gives each resource its caller; only one that lives for a request may ask for it. */
@RequestScoped
public class CallerOfRequest {
  @Inject HttpServletRequest request;

  @Produces
  @Dependent
  Caller caller() {
    return Call.of(request).caller();
  }
}
