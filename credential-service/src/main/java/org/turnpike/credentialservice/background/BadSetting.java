package org.turnpike.credentialservice.background;

import java.lang.System.Logger;
import java.lang.System.Logger.Level;
import java.util.function.Supplier;

/** Stops the start with one clear line of the log, before the server's own many. */
final class BadSetting {
  private static final Logger LOG = System.getLogger(BadSetting.class.getName());

  private BadSetting() {}

  static <T> T stopOn(Supplier<T> setting) {
    try {
      return setting.get();
    } catch (IllegalStateException e) {
      LOG.log(Level.ERROR, "Turnpike does not start: " + e.getMessage());
      throw e;
    }
  }
}
