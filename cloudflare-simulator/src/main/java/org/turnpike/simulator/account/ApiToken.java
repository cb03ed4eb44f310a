package org.turnpike.simulator.account;

import java.util.Set;

/** An account API token and what it may do. */
public record ApiToken(String token, Set<Permission> permissions) {

  public ApiToken {
    if (token == null || token.isBlank()) {
      throw new IllegalArgumentException("token must not be blank");
    }
    permissions = permissions == null ? Set.of(Permission.values()) : Set.copyOf(permissions);
  }

  boolean allows(Permission permission) {
    // At Cloudflare, an edit permission includes reading.
    return permissions.contains(permission)
        || (permission == Permission.CALLS_READ && permissions.contains(Permission.CALLS_WRITE));
  }

  @Override
  public String toString() {
    return "ApiToken" + permissions;
  }
}
