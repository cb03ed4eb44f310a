package org.turnpike.credentialservice.usage;

import java.util.regex.Pattern;
import org.turnpike.billing.DrawUpStatements;
import org.turnpike.shared.Rejected;

/** The name of a billing period in an address. */
final class PeriodName {
  private static final Pattern NAME = Pattern.compile("[0-9]{4}-(0[1-9]|1[0-2])");

  private PeriodName() {}

  static String checked(String name) {
    if (!name.equals(DrawUpStatements.CURRENT) && !NAME.matcher(name).matches()) {
      throw Rejected.invalid("period", "A period is named such as 2026-11, or current.");
    }
    return name;
  }
}
