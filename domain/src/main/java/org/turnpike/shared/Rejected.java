package org.turnpike.shared;

import java.util.List;

/** The caller must change something: trying again as is cannot work. */
public final class Rejected extends RuntimeException {
  private static final long serialVersionUID = 1L;

  /** Why; the edge maps each to one status (http-api, "Rules of every call"). */
  public enum Reason {
    MALFORMED,
    UNAUTHENTICATED,
    FORBIDDEN,
    NOT_FOUND,
    CONFLICT,
    TOO_LARGE,
    UNSUPPORTED_MEDIA_TYPE,
    INVALID
  }

  /**
   * One field that is wrong.
   *
   * @param field the field's path as the caller wrote it
   * @param message what is wrong and what would be right
   */
  public record FieldError(String field, String message) implements java.io.Serializable {}

  private final Reason reason;
  private final List<FieldError> errors;

  public Rejected(Reason reason, String message, List<FieldError> errors) {
    super(message);
    this.reason = reason;
    this.errors = List.copyOf(errors);
  }

  public Rejected(Reason reason, String message) {
    this(reason, message, List.of());
  }

  public static Rejected invalid(String field, String message) {
    return new Rejected(Reason.INVALID, message, List.of(new FieldError(field, message)));
  }

  public static Rejected notFound(String what) {
    return new Rejected(Reason.NOT_FOUND, "There is no such " + what + ".");
  }

  public static Rejected conflict(String message) {
    return new Rejected(Reason.CONFLICT, message);
  }

  public static Rejected forbidden(String message) {
    return new Rejected(Reason.FORBIDDEN, message);
  }

  public Reason reason() {
    return reason;
  }

  public List<FieldError> errors() {
    return errors;
  }
}
