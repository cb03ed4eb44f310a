package org.turnpike.attribution;

import java.util.Comparator;
import org.turnpike.shared.Rejected;

/**
 * Which custom identifiers a rule speaks of: exactly one, or with an asterisk at the end all that
 * begin so. The empty one speaks of usage without an identifier.
 */
public record IdentifierPattern(String text) {
  private static final int LONGEST = 255;
  private static final char ANY = '*';

  /** The one that says more goes first: an exact one, then the longer beginning. */
  static final Comparator<IdentifierPattern> BY_PRECISION =
      Comparator.comparing(IdentifierPattern::isBeginning)
          .thenComparing(pattern -> -pattern.text.length());

  public IdentifierPattern {
    if (text == null || text.length() > LONGEST) {
      throw Rejected.invalid("pattern", "pattern needs at most " + LONGEST + " characters.");
    }
    if (text.chars().anyMatch(Character::isISOControl)) {
      throw Rejected.invalid("pattern", "pattern must not hold control characters.");
    }
    int asterisk = text.indexOf(ANY);
    if (asterisk >= 0 && asterisk < text.length() - 1) {
      throw Rejected.invalid(
          "pattern", "pattern is an identifier, or its beginning followed by one asterisk.");
    }
  }

  private boolean isBeginning() {
    return !text.isEmpty() && text.charAt(text.length() - 1) == ANY;
  }

  boolean matches(String identifier) {
    return isBeginning()
        ? identifier.startsWith(text.substring(0, text.length() - 1))
        : identifier.equals(text);
  }

  /** May be a person's name: logs get this. */
  @Override
  public String toString() {
    return "•••";
  }
}
