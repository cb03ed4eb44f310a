package org.turnpike.console.shell;

import java.time.DateTimeException;
import java.time.LocalDate;
import org.turnpike.shared.Rejected;

/** Days as date inputs send them. */
public final class Days {
  private Days() {}

  /** Null for nothing typed; throws {@link Rejected} for what is no day. */
  public static LocalDate typed(String field, String text) {
    try {
      return text == null || text.isBlank() ? null : LocalDate.parse(text.strip());
    } catch (DateTimeException e) {
      throw Rejected.invalid(field, "A day is written such as 2026-11-22.");
    }
  }
}
