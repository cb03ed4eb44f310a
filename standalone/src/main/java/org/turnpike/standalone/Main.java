package org.turnpike.standalone;

import java.io.PrintStream;
import java.time.Duration;
import java.util.Optional;
import java.util.logging.Level;
import java.util.logging.Logger;
import org.turnpike.shared.Settings;

/** {@code java -jar turnpike.jar}: settings come from the environment or as system properties. */
public final class Main {
  private static final Logger LOG = Logger.getLogger(Main.class.getName());

  private Main() {}

  public static void main(String[] args) {
    long begin = System.nanoTime();
    PrintStream terminal = System.out;
    Standalone turnpike = new Standalone(Settings.ofProcess(key -> Optional.empty()));
    Runtime.getRuntime().addShutdownHook(new Thread(turnpike::stop, "turnpike-stop"));
    try {
      terminal.println("Turnpike starts ...");
      String url = turnpike.start();
      long seconds = Duration.ofNanos(System.nanoTime() - begin).toSeconds();
      terminal.printf("Turnpike is ready at %s after %d s. Ctrl-C stops it.%n", url, seconds);
    } catch (Refused | IllegalStateException e) {
      end(terminal, e.getMessage(), e);
    } catch (RuntimeException | Error e) {
      end(terminal, "Turnpike does not start: " + e, e);
    }
  }

  /** Leaves nothing running: the server's threads would outlive this one. */
  private static void end(PrintStream terminal, String line, Throwable cause) {
    LOG.log(Level.INFO, line, cause);
    terminal.println(line);
    System.exit(1);
  }
}
