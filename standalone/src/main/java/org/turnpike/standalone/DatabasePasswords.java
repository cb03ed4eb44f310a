package org.turnpike.standalone;

import java.io.IOException;
import java.io.Reader;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.SecureRandom;
import java.util.Base64;
import java.util.Properties;
import org.turnpike.shared.Secret;

/**
 * The passwords of the embedded database, made up at the first start and kept in a file that only
 * its owner can read.
 */
record DatabasePasswords(Secret superuser, Secret owner, Secret application) {
  private static final SecureRandom RANDOM = new SecureRandom();
  private static final int BYTES = 24;

  static DatabasePasswords in(Path file) {
    if (Files.notExists(file)) {
      PrivateFile.write(
          file, "superuser=%s%nowner=%s%napplication=%s%n".formatted(random(), random(), random()));
    }
    try (Reader reader = Files.newBufferedReader(file)) {
      Properties stored = new Properties();
      stored.load(reader);
      return new DatabasePasswords(
          Secret.of(stored.getProperty("superuser")),
          Secret.of(stored.getProperty("owner")),
          Secret.of(stored.getProperty("application")));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static String random() {
    byte[] bytes = new byte[BYTES];
    RANDOM.nextBytes(bytes);
    return Base64.getUrlEncoder().withoutPadding().encodeToString(bytes);
  }
}
