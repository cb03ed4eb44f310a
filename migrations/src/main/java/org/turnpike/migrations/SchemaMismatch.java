package org.turnpike.migrations;

/** The database's schema is not the one this release was built for; the message is one line. */
public final class SchemaMismatch extends RuntimeException {
  private static final long serialVersionUID = 1L;

  SchemaMismatch(String message) {
    super(message);
  }
}
