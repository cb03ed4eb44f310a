package org.turnpike.credential;

import org.turnpike.shared.Rejected;

/**
 * The caller's own name for whoever will use the credential; Cloudflare groups usage by it.
 *
 * @param text 1 to 255 characters, none of them a control character
 */
public record CustomIdentifier(String text) {
  public static final int LONGEST = 255;

  public CustomIdentifier {
    if (text == null || text.isBlank() || text.length() > LONGEST) {
      throw Rejected.invalid(
          "customIdentifier", "customIdentifier needs 1 to " + LONGEST + " characters.");
    }
    if (text.chars().anyMatch(Character::isISOControl)) {
      throw Rejected.invalid(
          "customIdentifier", "customIdentifier must not hold control characters.");
    }
  }

  /** Personal data: logs get this. */
  @Override
  public String toString() {
    return "•••";
  }
}
