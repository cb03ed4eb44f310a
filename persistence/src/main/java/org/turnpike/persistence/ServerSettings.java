package org.turnpike.persistence;

import jakarta.enterprise.context.Dependent;
import jakarta.enterprise.inject.Produces;
import java.util.Optional;
import org.eclipse.microprofile.config.ConfigProvider;
import org.turnpike.shared.Settings;

/** The settings, and where the server has MicroProfile Config, its sources too. */
@Dependent
class ServerSettings {
  @Produces
  @Dependent
  Settings settings() {
    return ofServer();
  }

  static Settings ofServer() {
    return Settings.ofProcess(ServerSettings::fromServer);
  }

  private static Optional<String> fromServer(String key) {
    try {
      return ConfigProvider.getConfig().getOptionalValue(key, String.class);
    } catch (NoClassDefFoundError | IllegalStateException withoutMicroProfile) {
      return Optional.empty();
    }
  }
}
