package org.turnpike.systemtests.ledger;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import org.opentest4j.TestAbortedException;

/** A file system in memory, small enough to be filled. */
final class SmallDisk implements AutoCloseable {
  private static final int BLOCK = 4_096;

  private final Path path;
  private final Path filling;

  private SmallDisk(Path path) {
    this.path = path;
    this.filling = path.resolve("filling");
  }

  /** Says that the test was not run where nobody may mount one: that takes root. */
  static SmallDisk mount(Path path, int megabytes) throws IOException, InterruptedException {
    Files.createDirectories(path);
    String said = run("mount", "-t", "tmpfs", "-o", "size=" + megabytes + "m", "tmpfs", "" + path);
    if (!said.isEmpty()) {
      throw new TestAbortedException("NOT RUN: a small disk takes root. " + said);
    }
    return new SmallDisk(path);
  }

  Path path() {
    return path;
  }

  /** Takes all but so many bytes, for a start. */
  void fill(long leaving) throws IOException {
    long left = Files.getFileStore(path).getUsableSpace() - leaving;
    byte[] block = new byte[BLOCK];
    try (OutputStream out = Files.newOutputStream(filling)) {
      for (; left >= BLOCK; left -= BLOCK) {
        out.write(block);
      }
    }
  }

  void free() throws IOException {
    Files.deleteIfExists(filling);
  }

  @Override
  public void close() throws IOException {
    try {
      String said = run("umount", "" + path);
      if (!said.isEmpty()) {
        throw new IOException(said);
      }
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new IOException(e);
    }
  }

  /** What it said, which is nothing where it succeeded. */
  private static String run(String... command) throws IOException, InterruptedException {
    Process process = new ProcessBuilder(command).redirectErrorStream(true).start();
    String said =
        new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8).strip();
    int status = process.waitFor();
    return status == 0 ? "" : String.join(" ", command) + ": " + said + " (" + status + ")";
  }
}
