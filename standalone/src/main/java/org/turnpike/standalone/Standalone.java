package org.turnpike.standalone;

import java.util.ArrayDeque;
import java.util.Deque;
import org.turnpike.shared.Setting;
import org.turnpike.shared.Settings;

/** What runs, in the order in which it starts; it stops the other way round. */
final class Standalone {
  private final Settings settings;
  private final Deque<Runnable> undo = new ArrayDeque<>();

  Standalone(Settings settings) {
    this.settings = settings;
  }

  /** Returns the URL at which the product is ready. */
  String start() {
    HttpAddress address = HttpAddress.free(settings);
    Home home = Home.open(settings.text(Setting.HOME));
    undo.push(home::close);
    Log.into(home.folder("log"));
    if (settings.find(Setting.MASTER_KEY).isEmpty()) {
      set(Setting.MASTER_KEY, "file:" + home.masterKey());
    }
    if (settings.find(Setting.DB_URL).isEmpty()) {
      EmbeddedDatabase database = new EmbeddedDatabase(home);
      undo.push(database::stop);
      database.start().forEach(Standalone::set);
    } else {
      GivenDatabase.check(settings);
    }
    Server server = new Server(home, address);
    undo.push(server::stop);
    server.start();
    return address.url();
  }

  synchronized void stop() {
    while (!undo.isEmpty()) {
      undo.pop().run();
    }
  }

  private static void set(Setting setting, String value) {
    System.setProperty(setting.key(), value);
  }
}
