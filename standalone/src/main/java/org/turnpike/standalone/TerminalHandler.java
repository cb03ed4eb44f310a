package org.turnpike.standalone;

import java.io.PrintStream;
import java.util.logging.Handler;
import java.util.logging.Level;
import java.util.logging.LogRecord;
import java.util.logging.SimpleFormatter;

/** Our own warnings and errors, a line each, for the person at the terminal. */
final class TerminalHandler extends Handler {
  private final PrintStream terminal;

  TerminalHandler(PrintStream terminal) {
    this.terminal = terminal;
    setLevel(Level.WARNING);
    setFormatter(new SimpleFormatter());
  }

  @Override
  public void publish(LogRecord entry) {
    if (isLoggable(entry)) {
      terminal.println(getFormatter().formatMessage(entry));
    }
  }

  @Override
  public void flush() {
    terminal.flush();
  }

  @Override
  public void close() {
    flush();
  }
}
