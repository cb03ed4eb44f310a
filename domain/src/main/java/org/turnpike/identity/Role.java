package org.turnpike.identity;

import java.util.Locale;
import java.util.Set;

/** What a person is: for the whole company, or for one tenant. */
public enum Role {
  OPERATOR,
  FINANCE,
  TENANT_ADMIN,
  TENANT_VIEWER;

  /** Whether it is held for the whole company, else for one tenant. */
  public boolean companyWide() {
    return this == OPERATOR || this == FINANCE;
  }

  /** As it stands on the wire. */
  public String wireName() {
    return name().toLowerCase(Locale.ROOT).replace('_', '-');
  }

  public Set<Scope> scopes() {
    return switch (this) {
      case OPERATOR -> Set.of(Scope.values());
      case FINANCE -> Set.of(Scope.USAGE, Scope.FINANCE, Scope.AUDIT);
      case TENANT_ADMIN ->
          Set.of(Scope.KEYS, Scope.CREDENTIALS, Scope.USAGE, Scope.FINANCE, Scope.AUDIT);
      case TENANT_VIEWER -> Set.of(Scope.USAGE, Scope.FINANCE);
    };
  }
}
