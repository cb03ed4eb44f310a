package org.turnpike.credentialservice.rules;

import jakarta.enterprise.context.Dependent;
import jakarta.inject.Inject;
import jakarta.servlet.http.HttpServletRequest;
import java.util.Set;
import org.turnpike.shared.Rejected;
import org.turnpike.tenant.Authenticate;

/**
 * Lets nobody by without a living API key, but for those who have none: people who are invited or
 * who hold a link to the relay test, and browsers.
 */
@Dependent
class ApiKeyOfCall {
  private static final Set<String> WITHOUT_KEY =
      Set.of(
          "/v1/invitations/accept",
          "/v1/relay-test/credentials",
          "/v1/relay-test/results",
          "/relay-reports");

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
    return Bearer.of(call)
        .orElseThrow(
            () ->
                new Rejected(
                    Rejected.Reason.UNAUTHENTICATED,
                    "Send an API key: Authorization: Bearer tpk_…"));
  }
}
