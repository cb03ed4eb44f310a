package org.turnpike.shared;

import java.net.InetSocketAddress;
import java.net.URI;
import java.time.Duration;
import java.time.format.DateTimeParseException;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * The settings in force: the environment first, then a system property, then what the server
 * offers. A value that cannot be read throws {@link IllegalStateException} with one clear line.
 */
public final class Settings {
  private static final int HIGHEST_PORT = 65_535;
  private static final Pattern ENDPOINT =
      Pattern.compile(
          "(?<host>\\[[0-9a-fA-F:.]+]|[\\w.-]+)(:(?<port>\\d{1,5}))?|(?<bare>[0-9a-fA-F.]*(:[0-9a-fA-F.]*){2,})");

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

  /** A host and, after a colon, its port; an IPv6 address with a port stands in brackets. */
  public Optional<InetSocketAddress> endpoint(Setting setting, int usualPort) {
    return find(setting).map(text -> endpoint(setting, text, usualPort));
  }

  private static InetSocketAddress endpoint(Setting setting, String text, int usualPort) {
    Matcher parts = ENDPOINT.matcher(text);
    String host = "";
    int port = usualPort;
    if (parts.matches()) {
      host = parts.group("host") == null ? parts.group("bare") : parts.group("host");
      port = parts.group("port") == null ? usualPort : Integer.parseInt(parts.group("port"));
    }
    if (host.isEmpty() || port < 1 || port > HIGHEST_PORT) {
      throw bad(setting, "must be host, host:port or [IPv6]:port, and is " + text);
    }
    return InetSocketAddress.createUnresolved(host.replaceAll("[\\[\\]]", ""), port);
  }

  /** One of these words. */
  public String choice(Setting setting, List<String> words) {
    String text = text(setting);
    if (!words.contains(text)) {
      throw bad(setting, "must be one of " + String.join(", ", words) + ", and is " + text);
    }
    return text;
  }

  public Optional<Secret> secret(Setting setting) {
    return find(setting).map(Secret::of);
  }

  private static IllegalStateException bad(Setting setting, String what) {
    return new IllegalStateException(
        "Setting " + setting.key() + " (" + setting.variable() + ") " + what + ".");
  }
}
