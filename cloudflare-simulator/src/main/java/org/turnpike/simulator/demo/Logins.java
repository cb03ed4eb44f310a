package org.turnpike.simulator.demo;

import java.io.IOException;
import java.io.Reader;
import java.io.StringWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.security.SecureRandom;
import java.util.Base64;
import java.util.Optional;
import java.util.Properties;

/** What the demo made up and must find again at its next start, in a file of mode 600. */
final class Logins {
  private static final SecureRandom RANDOM = new SecureRandom();

  private final Path file;
  private final Properties properties = new Properties();

  private Logins(Path file) {
    this.file = file;
  }

  static Logins in(Path folder) throws IOException {
    Logins logins = new Logins(folder.resolve("logins.properties"));
    if (Files.exists(logins.file)) {
      try (Reader reader = Files.newBufferedReader(logins.file)) {
        logins.properties.load(reader);
      }
    }
    return logins;
  }

  Path file() {
    return file;
  }

  Optional<String> find(String name) {
    return Optional.ofNullable(properties.getProperty(name));
  }

  /** What is kept under the name; random text after the prefix, kept from now on, at first. */
  String make(String name, String prefix, int bytes) throws IOException {
    return once(
        name,
        () -> {
          byte[] random = new byte[bytes];
          RANDOM.nextBytes(random);
          return prefix + Base64.getUrlEncoder().withoutPadding().encodeToString(random);
        });
  }

  /** Makes something, the way that may fail and be tried again at the next start. */
  interface Making {
    String make() throws IOException;
  }

  /** What is kept under the name; else what is made now, and kept. */
  String once(String name, Making making) throws IOException {
    if (find(name).isEmpty()) {
      keep(name, making.make());
    }
    return properties.getProperty(name);
  }

  void keep(String name, String value) throws IOException {
    properties.setProperty(name, value);
    StringWriter text = new StringWriter();
    properties.store(text, "Logins of the demo");
    if (!Files.exists(file)) {
      Files.createFile(
          file, PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rw-------")));
    }
    Files.writeString(file, text.toString());
  }
}
