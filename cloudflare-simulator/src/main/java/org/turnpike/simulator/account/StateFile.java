package org.turnpike.simulator.account;

import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.Timer;
import java.util.TimerTask;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.function.Supplier;

/**
 * The state in one JSON file, which holds secrets and is its owner's alone. Written whole, a moment
 * after a change and at the end: minting must not wait for a disk.
 */
public final class StateFile implements AutoCloseable {

  private static final System.Logger LOG = System.getLogger(StateFile.class.getName());
  private static final long MOMENT_MILLIS = 1000;

  private final Path path;
  private final ObjectMapper json;
  private final AtomicBoolean changed = new AtomicBoolean();
  private final Timer timer = new Timer("cloudflare-simulator-state", true);
  private Supplier<State> state = () -> State.EMPTY;

  /**
   * Names the file.
   *
   * @param path null: nothing is kept
   */
  public StateFile(Path path, ObjectMapper json) {
    this.path = path;
    this.json = json;
  }

  /** What an earlier run left, or nothing. */
  public State read() throws IOException {
    return path == null || Files.notExists(path)
        ? State.EMPTY
        : json.readValue(path.toFile(), State.class);
  }

  /** Notes that the file is behind. */
  public void changed() {
    changed.set(true);
  }

  /** Keeps the file up with this from now on. */
  public void follow(Supplier<State> source) {
    state = source;
    if (path != null) {
      timer.schedule(
          new TimerTask() {
            @Override
            public void run() {
              write();
            }
          },
          MOMENT_MILLIS,
          MOMENT_MILLIS);
    }
  }

  @Override
  public void close() {
    timer.cancel();
    write();
  }

  private synchronized void write() {
    if (path == null || !changed.getAndSet(false)) {
      return;
    }
    try {
      Path beside = path.resolveSibling(path.getFileName() + ".new");
      Files.deleteIfExists(beside);
      Files.createFile(
          beside,
          PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rw-------")));
      json.writeValue(beside.toFile(), state.get());
      Files.move(beside, path, StandardCopyOption.ATOMIC_MOVE, StandardCopyOption.REPLACE_EXISTING);
    } catch (IOException e) {
      changed.set(true);
      LOG.log(System.Logger.Level.ERROR, "The state was not written", e);
    }
  }
}
