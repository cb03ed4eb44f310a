package org.turnpike.notification;

import java.util.Objects;

/**
 * Something to be told.
 *
 * @param type noun and past participle, such as {@code address-watch.begun}
 * @param subject one line
 * @param text for people, several lines
 * @param facts the same for machines
 */
public record Alert(String type, String subject, String text, Facts facts) {
  public Alert {
    Objects.requireNonNull(type, "type");
    Objects.requireNonNull(text, "text");
    Objects.requireNonNull(facts, "facts");
    if (subject.lines().count() != 1) {
      throw new IllegalArgumentException("A subject is one line");
    }
  }
}
