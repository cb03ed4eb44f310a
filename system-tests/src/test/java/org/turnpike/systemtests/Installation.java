package org.turnpike.systemtests;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;

/** What the build left for the tests, and a folder to work in. */
final class Installation {
  private Installation() {}

  static Path payaraServer() {
    return of("payara.server");
  }

  static Path ear() {
    return of("turnpike.ear");
  }

  static Path standalone() {
    return of("turnpike.jar");
  }

  /** A new folder below the build's target. */
  static Path workFolder(String name) throws IOException {
    Path work = Files.createDirectories(of("work.directory"));
    return Files.createTempDirectory(work, name);
  }

  private static Path of(String property) {
    return Path.of(System.getProperty(property)).normalize();
  }
}
