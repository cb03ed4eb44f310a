package org.turnpike.relaytest;

import org.turnpike.shared.Rejected;

/** Text that anybody with a link may have written. */
final class Plain {
  private Plain() {}

  static void require(String field, String text, int longest) {
    if (text != null
        && (text.length() > longest || text.chars().anyMatch(Character::isISOControl))) {
      throw Rejected.invalid(
          field, field + " needs at most " + longest + " characters, none a control character.");
    }
  }
}
