package org.turnpike.shared;

/** What people call a thing: 1 to 100 characters, none of them a control character. */
public final class Name {
  private static final int LONGEST = 100;

  private Name() {}

  /** The name without blanks around it; throws {@link Rejected} when it is none. */
  public static String checked(String name) {
    if (name == null || name.isBlank() || name.length() > LONGEST) {
      throw Rejected.invalid("name", "name needs 1 to " + LONGEST + " characters.");
    }
    if (name.chars().anyMatch(Character::isISOControl)) {
      throw Rejected.invalid("name", "name must not hold control characters.");
    }
    return name.strip();
  }
}
