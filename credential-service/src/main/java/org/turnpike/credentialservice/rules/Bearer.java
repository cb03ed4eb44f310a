package org.turnpike.credentialservice.rules;

import jakarta.servlet.http.HttpServletRequest;
import java.util.Optional;

/** What a call shows in {@code Authorization: Bearer}. */
public final class Bearer {
  private static final String SCHEME = "Bearer ";
  private static final int LONGEST = 200;

  private Bearer() {}

  /** Nothing for another scheme, and for what is longer than any that we give. */
  public static Optional<String> of(HttpServletRequest call) {
    String authorization = call.getHeader("Authorization");
    if (authorization == null
        || !authorization.regionMatches(true, 0, SCHEME, 0, SCHEME.length())) {
      return Optional.empty();
    }
    return Optional.of(authorization.substring(SCHEME.length()).strip())
        .filter(shown -> !shown.isEmpty() && shown.length() <= LONGEST);
  }
}
