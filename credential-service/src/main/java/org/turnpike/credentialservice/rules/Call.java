package org.turnpike.credentialservice.rules;

import jakarta.servlet.http.HttpServletRequest;
import org.turnpike.identity.Caller;
import org.turnpike.tenant.ApiKey;

/**
 * Who calls.
 *
 * @param address the network address the call came from
 */
public record Call(ApiKey apiKey, String address) {
  private static final String ATTRIBUTE = Call.class.getName();

  /** Of a request that passed the {@link CallFilter}. */
  public static Call of(HttpServletRequest request) {
    return (Call) request.getAttribute(ATTRIBUTE);
  }

  void attachTo(HttpServletRequest request) {
    request.setAttribute(ATTRIBUTE, this);
  }

  public Caller caller() {
    return apiKey.caller(address);
  }
}
