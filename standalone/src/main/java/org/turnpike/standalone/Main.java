package org.turnpike.standalone;

import java.io.PrintStream;
import java.time.Duration;
import java.util.Optional;
import org.turnpike.shared.Settings;

/** {@code java -jar turnpike.jar}: settings come from the environment or as system properties. */
public final class Main {
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
      end(terminal, e.getMessage());
    } catch (RuntimeException | Error e) {
      end(terminal, "Turnpike does not start: " + e);
    }
  }

  /** Leaves nothing running: the server's threads would outlive this one. */
  private static void end(PrintStream terminal, String line) {
    terminal.println(line);
    System.exit(1);
  }
}
