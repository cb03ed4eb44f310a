package org.turnpike.shared;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;

/**
 * Text that opens something: a token, a TURN key's secret, a credential's password. It prints
 * redacted, and the database keeps it encrypted; {@link #reveal()} is called only where the text
 * goes to the one who may have it.
 */
public final class Secret {
  private final String text;

  private Secret(String text) {
    this.text = text;
  }

  public static Secret of(String text) {
    if (text == null || text.isBlank()) {
      throw new IllegalArgumentException("A secret is never blank");
    }
    return new Secret(text);
  }

  public String reveal() {
    return text;
  }

  /** Compares in constant time. */
  @Override
  public boolean equals(Object other) {
    return other instanceof Secret that
        && MessageDigest.isEqual(
            text.getBytes(StandardCharsets.UTF_8), that.text.getBytes(StandardCharsets.UTF_8));
  }

  @Override
  public int hashCode() {
    return text.hashCode();
  }

  @Override
  public String toString() {
    return "•••";
  }
}
