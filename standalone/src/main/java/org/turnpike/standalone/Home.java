package org.turnpike.standalone;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.channels.FileChannel;
import java.nio.channels.FileLock;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.PosixFilePermissions;
import java.security.SecureRandom;
import java.util.Base64;

/** The data folder: closed to other users, and used by one process at a time. */
final class Home implements AutoCloseable {
  private static final int MASTER_KEY_BYTES = 32;

  private final Path path;
  private final FileChannel lock;

  private Home(Path path, FileChannel lock) {
    this.path = path;
    this.lock = lock;
  }

  static Home open(String location) {
    Path path = Path.of(location).toAbsolutePath().normalize();
    try {
      Files.createDirectories(path);
      Files.setPosixFilePermissions(path, PosixFilePermissions.fromString("rwx------"));
      FileChannel channel =
          FileChannel.open(
              path.resolve("lock"), StandardOpenOption.CREATE, StandardOpenOption.WRITE);
      FileLock lock = channel.tryLock();
      if (lock == null) {
        channel.close();
        throw new Refused("Another Turnpike runs in " + path + " (turnpike.home).");
      }
      return new Home(path, channel);
    } catch (IOException e) {
      throw new Refused("Cannot use the folder " + path + " (turnpike.home): " + e, e);
    }
  }

  Path file(String name) {
    return path.resolve(name);
  }

  Path folder(String name) {
    try {
      return Files.createDirectories(path.resolve(name));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** The key that encrypts stored secrets, generated at the first start. */
  Path masterKey() {
    Path file = file("master.key");
    if (Files.notExists(file)) {
      byte[] key = new byte[MASTER_KEY_BYTES];
      new SecureRandom().nextBytes(key);
      PrivateFile.write(file, Base64.getEncoder().encodeToString(key) + "\n");
    }
    return file;
  }

  @Override
  public void close() {
    try {
      lock.close();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
