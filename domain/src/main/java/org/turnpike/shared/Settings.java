package org.turnpike.shared;

import java.net.InetSocketAddress;
import java.net.URI;
import java.time.Duration;
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
        .orElseThrow(() -> setting.bad("is missing: it is the " + setting.meaning()));
  }

  public Duration duration(Setting setting) {
    return required(setting, Duration.class);
  }

  public int number(Setting setting) {
    return required(setting, Integer.class);
  }

  public Optional<URI> uri(Setting setting) {
    return read(setting, URI.class);
  }

  public Optional<InetSocketAddress> endpoint(Setting setting) {
    return read(setting, InetSocketAddress.class);
  }

  /** One of the words that the setting may be. */
  public String choice(Setting setting) {
    return required(setting, String.class);
  }

  public Optional<Secret> secret(Setting setting) {
    return find(setting).map(Secret::of);
  }

  /** Throws for the first setting that cannot be read; one that has no value may be missing. */
  public void requireReadable() {
    for (Setting setting : Setting.values()) {
      find(setting).ifPresent(setting::read);
    }
  }

  private <T> T required(Setting setting, Class<T> type) {
    return type.cast(setting.read(text(setting)));
  }

  private <T> Optional<T> read(Setting setting, Class<T> type) {
    return find(setting).map(text -> type.cast(setting.read(text)));
  }
}
