package org.turnpike.identity;

import java.time.Instant;
import java.util.Set;
import org.turnpike.shared.Secret;
import org.turnpike.world.Fields;

/** People with a password whose check is cheap: a hash names its own cost. */
public final class UserSamples {
  public static final Secret PASSWORD = Secret.of("passwordpassword");

  /** PBKDF2-HMAC-SHA256 of it with the salt "salt", 1 iteration. */
  static final String CHEAP_HASH =
      "pbkdf2-sha256$1$c2FsdA==$Z+V4biZWImA+GBXlZ0TiN9fdakTRSpqcTQ8js/cXRBE=";

  private UserSamples() {}

  public static User active(String email, Set<RoleGrant> roles, Instant now) {
    User user = new User(email, null, roles, now);
    Fields.set(user, "passwordHash", CHEAP_HASH);
    return user;
  }
}
