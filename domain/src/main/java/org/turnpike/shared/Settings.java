package org.turnpike.shared;

import java.net.URI;
import java.time.Duration;
import java.time.format.DateTimeParseException;
import java.util.Optional;
import java.util.function.Function;

/**
 * The settings in force: the environment first, then a system property, then what the server
 * offers. A value that cannot be read throws {@link IllegalStateException} with one clear line.
 */
public final class Settings {
  private final Function<Setting, Optional<String>> source;

  public Settings(Function<Setting, Optional<String>> source) {
    this.source = source;
  }

  /** Environment, then system property, then the given look-up by {@link Setting#key()}. */
  public static Settings ofProcess(Function<String, Optional<String>> server) {
    return new Settings(
        setting ->
            Optional.ofNullable(System.getenv(setting.variable()))
                .or(() -> Optional.ofNullable(System.getProperty(setting.key())))
                .or(() -> server.apply(setting.key())));
  }

  public Optional<String> find(Setting setting) {
    return source
        .apply(setting)
        .map(String::strip)
        .filter(value -> !value.isEmpty())
        .or(() -> Optional.ofNullable(setting.fallback()));
  }

  public String text(Setting setting) {
    return find(setting)
        .orElseThrow(() -> bad(setting, "is missing: it is the " + setting.meaning()));
  }

  /** ISO-8601, such as PT1M or P90D; positive. */
  public Duration duration(Setting setting) {
    String text = text(setting);
    try {
      Duration duration = Duration.parse(text);
      if (duration.isNegative() || duration.isZero()) {
        throw bad(setting, "must be longer than nothing, and is " + text);
      }
      return duration;
    } catch (DateTimeParseException e) {
      throw bad(setting, "must be an ISO-8601 duration such as PT1M or P90D, and is " + text);
    }
  }

  public int number(Setting setting, int least, int most) {
    String text = text(setting);
    try {
      int number = Integer.parseInt(text);
      if (number < least || number > most) {
        throw bad(setting, "must be between " + least + " and " + most + ", and is " + text);
      }
      return number;
    } catch (NumberFormatException e) {
      throw bad(setting, "must be a whole number, and is " + text);
    }
  }

  public Optional<URI> uri(Setting setting) {
    return find(setting)
        .map(
            text -> {
              try {
                URI uri = new URI(text);
                if (uri.getHost() == null) {
                  throw bad(setting, "must be a full URL such as https://host/, and is " + text);
                }
                return uri;
              } catch (java.net.URISyntaxException e) {
                throw bad(setting, "must be a full URL such as https://host/, and is " + text);
              }
            });
  }

  public Optional<Secret> secret(Setting setting) {
    return find(setting).map(Secret::of);
  }

  private static IllegalStateException bad(Setting setting, String what) {
    return new IllegalStateException(
        "Setting " + setting.key() + " (" + setting.variable() + ") " + what + ".");
  }
}
