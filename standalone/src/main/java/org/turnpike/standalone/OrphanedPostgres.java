package org.turnpike.standalone;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;

/**
 * A PostgreSQL that outlived the process which started it, after a kill -9. Whoever asks holds the
 * home folder's lock, so that the server is nobody's.
 */
record OrphanedPostgres(Optional<ProcessHandle> server) {
  private static final int SECONDS_TO_STOP = 30;

  static OrphanedPostgres of(Path data) {
    Path file = data.resolve("postmaster.pid");
    if (Files.notExists(file)) {
      return new OrphanedPostgres(Optional.empty());
    }
    try {
      long pid = Long.parseLong(Files.readAllLines(file).get(0).strip());
      return new OrphanedPostgres(ProcessHandle.of(pid).filter(OrphanedPostgres::isPostgres));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** Lets it finish as after a stop; its data is whole in any case. */
  void stop() {
    server.ifPresent(
        process -> {
          process.destroy();
          try {
            process.onExit().get(SECONDS_TO_STOP, TimeUnit.SECONDS);
          } catch (InterruptedException | ExecutionException | TimeoutException e) {
            throw new Refused("PostgreSQL still runs from before, as process " + process.pid(), e);
          }
        });
  }

  /** The number may have gone to another program since. */
  private static boolean isPostgres(ProcessHandle process) {
    return process.info().command().filter(command -> command.endsWith("/postgres")).isPresent();
  }
}
