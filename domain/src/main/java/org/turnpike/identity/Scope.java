package org.turnpike.identity;

import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;

/** What a call needs; an API key carries scopes, a role grants them. */
public enum Scope {
  /** Issue and revoke credentials, see grants. */
  CREDENTIALS,
  /** Manage TURN keys and API keys. */
  KEYS,
  /** See usage and the ledger. */
  USAGE,
  /** See statements. */
  FINANCE,
  /** See the audit trail of one's reach. */
  AUDIT,
  /** Manage accounts, tenants and users. */
  ADMIN;

  /** As it stands on the wire. */
  public String wireName() {
    return name().toLowerCase(Locale.ROOT);
  }

  public static Optional<Scope> named(String wireName) {
    return Arrays.stream(values()).filter(scope -> scope.wireName().equals(wireName)).findFirst();
  }
}
