package org.turnpike.shared;

/**
 * What takes the place of a value that need not be there; no replacement at all (null) leaves it as
 * it is.
 *
 * @param value null: there is none any more
 */
public record Replacement<T>(T value) {
  public static <T> Replacement<T> by(T value) {
    return new Replacement<>(value);
  }

  public static <T> Replacement<T> byNothing() {
    return new Replacement<>(null);
  }

  /** What is there after the replacement, if there is one. */
  public static <T> T apply(Replacement<T> replacement, T before) {
    return replacement == null ? before : replacement.value();
  }
}
