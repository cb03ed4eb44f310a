package org.turnpike.credentialservice.rules;

import java.util.Arrays;
import java.util.Locale;
import java.util.stream.Collectors;
import org.turnpike.shared.Rejected;

/** Enumerations on the wire: small letters, hyphens between words. */
public final class Choice {
  private Choice() {}

  public static String name(Enum<?> value) {
    return value.name().toLowerCase(Locale.ROOT).replace('_', '-');
  }

  /** The constant of that name; null stays null. */
  public static <E extends Enum<E>> E of(Class<E> type, String field, String name) {
    if (name == null) {
      return null;
    }
    return Arrays.stream(type.getEnumConstants())
        .filter(value -> name(value).equals(name))
        .findFirst()
        .orElseThrow(() -> Rejected.invalid(field, field + " is one of " + names(type) + "."));
  }

  private static String names(Class<? extends Enum<?>> type) {
    return Arrays.stream(type.getEnumConstants())
        .map(Choice::name)
        .collect(Collectors.joining(", "));
  }
}
