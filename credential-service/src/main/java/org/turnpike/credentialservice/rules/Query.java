package org.turnpike.credentialservice.rules;

import java.time.DateTimeException;
import java.time.Instant;
import java.time.ZoneId;
import org.turnpike.shared.Rejected;

/** Values of a query string; null stays null. */
public final class Query {
  private static final int LONGEST = 500;

  private Query() {}

  public static String text(String name, String value) {
    if (value != null && (value.length() > LONGEST || !TextRules.isText(value))) {
      throw Rejected.invalid(
          name, name + " needs at most " + LONGEST + " characters, none of them NUL.");
    }
    return value;
  }

  public static Instant instant(String name, String value) {
    return value == null
        ? null
        : Instants.parse(value)
            .orElseThrow(
                () ->
                    Rejected.invalid(
                        name, name + " must be an instant such as 2026-11-22T08:00:00Z."));
  }

  public static ZoneId zone(String name, String value) {
    try {
      return value == null ? null : ZoneId.of(value);
    } catch (DateTimeException e) {
      throw Rejected.invalid(name, name + " must be an IANA name such as Europe/Berlin.");
    }
  }

  public static boolean flag(String name, String value) {
    if (value != null && !value.equals("true") && !value.equals("false")) {
      throw Rejected.invalid(name, name + " must be true or false.");
    }
    return Boolean.parseBoolean(value);
  }

  static int number(String name, String value) {
    try {
      return Integer.parseInt(value);
    } catch (NumberFormatException e) {
      throw Rejected.invalid(name, name + " must be a whole number.");
    }
  }
}
