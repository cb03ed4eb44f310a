package org.turnpike.credentialservice.rules;

import java.util.Arrays;
import java.util.Locale;
import org.turnpike.shared.Rejected;

/** The one table from why a call failed to what it is answered. */
enum ProblemType {
  MALFORMED(400, "The request cannot be read"),
  UNAUTHENTICATED(401, "A valid API key is needed"),
  FORBIDDEN(403, "This API key may not do that"),
  NOT_FOUND(404, "There is no such thing"),
  METHOD_NOT_ALLOWED(405, "This address does not know that method"),
  NOT_ACCEPTABLE(406, "There is no answer of an accepted type"),
  CONFLICT(409, "The state of things does not allow it"),
  TOO_LARGE(413, "The request is too large"),
  UNSUPPORTED_MEDIA_TYPE(415, "The body is of a type that is not understood"),
  INVALID(422, "The request holds a value that is not valid"),
  TOO_MANY_REQUESTS(429, "Too many requests"),
  INTERNAL(500, "Something is broken here"),
  UNAVAILABLE(503, "Something that is needed is away");

  private final int status;
  private final String title;

  ProblemType(int status, String title) {
    this.status = status;
    this.title = title;
  }

  static ProblemType of(Rejected.Reason reason) {
    return switch (reason) {
      case MALFORMED -> MALFORMED;
      case UNAUTHENTICATED -> UNAUTHENTICATED;
      case FORBIDDEN -> FORBIDDEN;
      case NOT_FOUND -> NOT_FOUND;
      case CONFLICT -> CONFLICT;
      case TOO_LARGE -> TOO_LARGE;
      case UNSUPPORTED_MEDIA_TYPE -> UNSUPPORTED_MEDIA_TYPE;
      case INVALID -> INVALID;
    };
  }

  /** The type of a status that a container chose: its own, else the one of its class. */
  static ProblemType of(int status) {
    return Arrays.stream(values())
        .filter(type -> type.status == status)
        .findFirst()
        .orElse(status < 500 ? MALFORMED : INTERNAL);
  }

  int status() {
    return status;
  }

  String title() {
    return title;
  }

  /** What there is to say when nobody said more. */
  String usualDetail() {
    return switch (this) {
      case NOT_FOUND -> "Nothing is at this address.";
      case METHOD_NOT_ALLOWED -> "The header Allow names the methods it knows.";
      case NOT_ACCEPTABLE -> "This API answers in application/json.";
      default -> title + ".";
    };
  }

  /** Stable; a name, not an address. */
  String uri() {
    return "urn:turnpike:problem:" + name().toLowerCase(Locale.ROOT).replace('_', '-');
  }
}
