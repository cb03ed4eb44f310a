package org.turnpike.simulator.graphql;

/** A query that is understood and not answered. */
final class QueryRefused extends RuntimeException {

  private static final long serialVersionUID = 1;

  private final int status;
  private final String code;

  QueryRefused(int status, String code, String message) {
    super(message);
    this.status = status;
    this.code = code;
  }

  static QueryRefused quota(String message) {
    return new QueryRefused(400, "quota", message);
  }

  static QueryRefused arguments(String message) {
    return new QueryRefused(400, "parse", "error parsing args: " + message);
  }

  int status() {
    return status;
  }

  /** Cloudflare's word for the reason, in the error's extensions. */
  String code() {
    return code;
  }
}
