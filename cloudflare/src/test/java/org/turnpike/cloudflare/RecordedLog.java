package org.turnpike.cloudflare;

import java.io.PrintWriter;
import java.io.StringWriter;
import java.text.MessageFormat;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.logging.Handler;
import java.util.logging.Level;
import java.util.logging.LogRecord;
import java.util.logging.Logger;

/** Everything that anybody in this process logs at any level, from start to close. */
public final class RecordedLog extends Handler implements AutoCloseable {
  private final List<LogRecord> records = new CopyOnWriteArrayList<>();
  private final Logger root = Logger.getLogger("");
  private final Level before = root.getLevel();

  private RecordedLog() {
    setLevel(Level.ALL);
  }

  public static RecordedLog start() {
    RecordedLog log = new RecordedLog();
    log.root.addHandler(log);
    log.root.setLevel(Level.ALL);
    return log;
  }

  /** The texts of our own records of at least this level. */
  public List<String> from(Level least) {
    return records.stream()
        .filter(one -> one.getLoggerName().startsWith("org.turnpike.cloudflare"))
        .filter(one -> one.getLevel().intValue() >= least.intValue())
        .map(RecordedLog::text)
        .toList();
  }

  /** All texts with their stack traces. */
  public List<String> everything() {
    return records.stream().map(RecordedLog::text).toList();
  }

  /** The same without what a library of that name logs, such as a server of the test's own. */
  public List<String> everythingBut(String logger) {
    return records.stream()
        .filter(one -> one.getLoggerName() == null || !one.getLoggerName().startsWith(logger))
        .map(RecordedLog::text)
        .toList();
  }

  @Override
  public void publish(LogRecord one) {
    records.add(one);
  }

  @Override
  public void flush() {
    // Nothing waits to be written.
  }

  @Override
  public void close() {
    root.removeHandler(this);
    root.setLevel(before);
  }

  private static String text(LogRecord one) {
    StringWriter text = new StringWriter();
    text.append(
        one.getParameters() == null
            ? one.getMessage()
            : MessageFormat.format(one.getMessage(), one.getParameters()));
    if (one.getThrown() != null) {
      one.getThrown().printStackTrace(new PrintWriter(text));
    }
    return text.toString();
  }
}
