package org.turnpike.systemtests;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;

/** What the build left for the tests, and folders to work in. */
public final class Installation {
  private Installation() {}

  static Path payaraServer() {
    return of("payara.server");
  }

  static Path ear() {
    return of("turnpike.ear");
  }

  public static Path standalone() {
    return of("turnpike.jar");
  }

  public static Path readme() {
    return of("readme");
  }

  public static Path chromium() {
    return of("chromium");
  }

  /** The folder of the sample meeting in the docs. */
  public static Path sampleMeeting() {
    return of("sample.meeting");
  }

  /** Where pictures of pages go, for people to look at. */
  public static Path screenshots() {
    return of("screenshots");
  }

  /** The sources of what the product is compared with. */
  public static Path competitors() {
    return of("benchmark.competitors");
  }

  /** Where the benchmark writes its table. */
  public static Path benchmarkReport() {
    return of("benchmark.report");
  }

  /** A new folder below the build's target. */
  public static Path workFolder(String name) throws IOException {
    Path work = Files.createDirectories(of("work.directory"));
    return Files.createTempDirectory(work, name);
  }

  private static Path of(String property) {
    return Path.of(System.getProperty(property)).normalize();
  }
}
