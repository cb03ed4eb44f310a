package org.turnpike.credentialservice.rules;

import jakarta.enterprise.context.Dependent;
import jakarta.inject.Inject;
import jakarta.servlet.http.HttpServletRequest;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.turnpike.shared.Rejected;
import org.turnpike.tenant.Authenticate;

/** Lets nobody by without a living API key, but for the calls of people who have none yet. */
@Dependent
class ApiKeyOfCall {
  private static final Pattern BEARER =
      Pattern.compile("Bearer +([!-~]{1,200}) *", Pattern.CASE_INSENSITIVE);
  private static final String WITHOUT_KEY = "/v1/invitations/accept";

  private final Authenticate authenticate;
  private final CallerAddress addresses;

  @Inject
  ApiKeyOfCall(Authenticate authenticate, CallerAddress addresses) {
    this.authenticate = authenticate;
    this.addresses = addresses;
  }

  /** Attaches the {@link Call}; throws {@link Rejected} when nobody may make it. */
  void require(HttpServletRequest call) {
    if (!path(call).equals(WITHOUT_KEY)) {
      String address = addresses.of(call);
      new Call(authenticate.authenticate(key(call), address), address).attachTo(call);
    }
  }

  private static String path(HttpServletRequest call) {
    return call.getRequestURI().substring(call.getContextPath().length());
  }

  private static String key(HttpServletRequest call) {
    String authorization = call.getHeader("Authorization");
    Matcher bearer = BEARER.matcher(authorization == null ? "" : authorization);
    if (!bearer.matches()) {
      throw new Rejected(
          Rejected.Reason.UNAUTHENTICATED, "Send an API key: Authorization: Bearer tpk_…");
    }
    return bearer.group(1);
  }
}
