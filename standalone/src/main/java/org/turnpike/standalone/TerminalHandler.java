package org.turnpike.standalone;

import java.io.PrintStream;
import java.util.logging.Handler;
import java.util.logging.Level;
import java.util.logging.LogRecord;
import java.util.logging.SimpleFormatter;

/** Our own warnings and errors, a line each, for the person at the terminal. */
public final class TerminalHandler extends Handler {
  // Taken before the server puts a stream of its own in its place.
  private static final PrintStream TERMINAL = System.out;

  public TerminalHandler() {
    setLevel(Level.WARNING);
    setFormatter(new SimpleFormatter());
  }

  @Override
  public void publish(LogRecord entry) {
    if (isLoggable(entry)) {
      TERMINAL.println(getFormatter().formatMessage(entry));
    }
  }

  @Override
  public void flush() {
    TERMINAL.flush();
  }

  @Override
  public void close() {
    flush();
  }
}
