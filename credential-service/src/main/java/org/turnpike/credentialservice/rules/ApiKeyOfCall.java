package org.turnpike.credentialservice.rules;

import jakarta.enterprise.context.Dependent;
import jakarta.inject.Inject;
import jakarta.servlet.http.HttpServletRequest;
import java.util.Set;
import org.turnpike.shared.Rejected;
import org.turnpike.tenant.Authenticate;

/** Lets nobody by without a living API key, but for the calls of people who have none. */
@Dependent
class ApiKeyOfCall {
  private static final String BEARER = "Bearer ";
  private static final int LONGEST = 200;
  private static final Set<String> WITHOUT_KEY =
      Set.of("/v1/invitations/accept", "/v1/relay-test/credentials", "/v1/relay-test/results");

  private final Authenticate authenticate;
  private final CallerAddress addresses;

  @Inject
  ApiKeyOfCall(Authenticate authenticate, CallerAddress addresses) {
    this.authenticate = authenticate;
    this.addresses = addresses;
  }

  /** Attaches the {@link Call}; throws {@link Rejected} when nobody may make it. */
  void require(HttpServletRequest call) {
    if (!WITHOUT_KEY.contains(path(call))) {
      String address = addresses.of(call);
      new Call(authenticate.authenticate(key(call), address), address).attachTo(call);
    }
  }

  private static String path(HttpServletRequest call) {
    return call.getRequestURI().substring(call.getContextPath().length());
  }

  private static String key(HttpServletRequest call) {
    String authorization = call.getHeader("Authorization");
    if (authorization != null && authorization.regionMatches(true, 0, BEARER, 0, BEARER.length())) {
      String key = authorization.substring(BEARER.length()).strip();
      if (!key.isEmpty() && key.length() <= LONGEST) {
        return key;
      }
    }
    throw new Rejected(
        Rejected.Reason.UNAUTHENTICATED, "Send an API key: Authorization: Bearer tpk_…");
  }
}
