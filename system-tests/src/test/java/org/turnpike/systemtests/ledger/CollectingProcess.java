package org.turnpike.systemtests.ledger;

import java.io.FileDescriptor;
import java.io.FileOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.postgresql.ds.PGSimpleDataSource;
import org.turnpike.persistence.ClassArchive;
import org.turnpike.persistence.PostgresPorts;
import org.turnpike.shared.TimeRange;

/**
 * Collects one round, as a process of its own. Of each range that it has read it says the end,
 * before it posts it.
 */
final class CollectingProcess {
  private final OutputStream said = new FileOutputStream(FileDescriptor.out);

  private CollectingProcess() {}

  /**
   * How to start it.
   *
   * @param options for its JVM
   * @param now by its clock
   */
  static List<String> command(List<String> options, PGSimpleDataSource database, Instant now) {
    return Stream.of(
            List.of(ClassArchive.JAVA, "-XX:TieredStopAtLevel=1", "-Xmx128m"),
            options,
            List.of("-cp", ClassArchive.classPath(), CollectingProcess.class.getName()),
            List.of(database.getUrl(), database.getUser(), now.toString()))
        .flatMap(List::stream)
        .toList();
  }

  public static void main(String[] arguments) {
    PGSimpleDataSource database = new PGSimpleDataSource();
    database.setUrl(arguments[0]);
    database.setUser(arguments[1]);
    database.setPassword(Postgres.PASSWORD);
    PostgresPorts ports = PostgresPorts.over(database);
    ports.clock().set(arguments[2]);
    new Collector(ports, Collector.http(ports), Map.of(), new CollectingProcess()::say).collect();
    System.exit(0);
  }

  /** One write, so that a line is said as a whole or not at all. */
  private void say(TimeRange read) {
    try {
      said.write((read.end() + "\n").getBytes(StandardCharsets.UTF_8));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
