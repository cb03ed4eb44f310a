package org.turnpike.standalone;

import java.util.Deque;
import java.util.List;
import java.util.concurrent.ConcurrentLinkedDeque;
import java.util.logging.Level;
import java.util.logging.Logger;
import org.turnpike.shared.Setting;
import org.turnpike.shared.Settings;

/** What runs, in the order in which it starts; it stops the other way round. */
final class Standalone {
  private static final Logger LOG = Logger.getLogger(Standalone.class.getName());

  private final Settings settings;
  private final Deque<Runnable> undo = new ConcurrentLinkedDeque<>();

  Standalone(Settings settings) {
    this.settings = settings;
  }

  /** Returns the URL at which the product is ready. */
  String start() {
    settings.requireReadable();
    HttpAddress address = HttpAddress.free(settings);
    Home home = Home.open(settings.text(Setting.HOME));
    undo.push(home::close);
    Log.into(home.folder("log"));
    try {
      startIn(home, address);
    } catch (RuntimeException | Error e) {
      LOG.log(Level.INFO, "Turnpike does not start", e);
      throw e;
    }
    return address.url();
  }

  private void startIn(Home home, HttpAddress address) {
    if (settings.find(Setting.MASTER_KEY).isEmpty()) {
      set(Setting.MASTER_KEY, "file:" + home.masterKey());
    }
    if (settings.find(Setting.DB_URL).isEmpty()) {
      EmbeddedDatabase database = new EmbeddedDatabase(home);
      undo.push(database::stop);
      database.start().forEach(Standalone::set);
    } else {
      GivenDatabase.check(settings);
      // The server's data source names system properties; the settings may come from the
      // environment.
      for (Setting setting : List.of(Setting.DB_URL, Setting.DB_USER, Setting.DB_PASSWORD)) {
        set(setting, settings.text(setting));
      }
    }
    Server server = new Server(home, address);
    undo.push(server::stop);
    server.start();
  }

  /** At any moment, also in the middle of the start. */
  void stop() {
    for (Runnable step = undo.poll(); step != null; step = undo.poll()) {
      step.run();
    }
  }

  private static void set(Setting setting, String value) {
    System.setProperty(setting.key(), value);
  }
}
