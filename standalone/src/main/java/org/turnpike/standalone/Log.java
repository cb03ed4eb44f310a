package org.turnpike.standalone;

import java.io.FileOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.PrintStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.logging.Handler;
import java.util.logging.LogManager;
import java.util.logging.Logger;

/** The server's log goes to files, the terminal gets our own lines. */
final class Log {
  // Held here: the logging of the JDK forgets a logger that nobody holds.
  private static final Logger OURS = Logger.getLogger("org.turnpike");
  private static final Handler TERMINAL = new TerminalHandler(System.out);

  private Log() {}

  /** Logs into the folder from now on; Payara reads the same configuration when it starts. */
  static void into(Path folder) {
    try (InputStream template = Log.class.getResourceAsStream("logging.properties")) {
      String text = new String(template.readAllBytes(), StandardCharsets.UTF_8);
      Path configuration = folder.resolve("logging.properties");
      Files.writeString(configuration, text.replace("${folder}", folder.toString()));
      System.setProperty("java.util.logging.config.file", configuration.toString());
      LogManager.getLogManager().readConfiguration();
      PrintStream stray = stray(folder.resolve("console.log"));
      System.setOut(stray);
      System.setErr(stray);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** To be called once Payara has set up its logging, which forgets every handler. */
  static void warnOnTerminal() {
    OURS.addHandler(TERMINAL);
  }

  /** What libraries print instead of logging; made anew at each start. */
  private static PrintStream stray(Path file) throws IOException {
    return new PrintStream(new FileOutputStream(file.toFile()), true, StandardCharsets.UTF_8);
  }
}
