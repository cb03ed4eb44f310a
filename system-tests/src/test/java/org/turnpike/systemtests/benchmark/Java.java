package org.turnpike.systemtests.benchmark;

import java.nio.file.Path;
import java.util.List;

/** The JVM that runs this also runs what it starts. */
final class Java {
  static final String EXECUTABLE =
      Path.of(System.getProperty("java.home"), "bin", "java").toString();

  private Java() {}

  /** Runs a class of ours, with all that this JVM finds on its class path. */
  static List<String> command(Class<?> main) {
    return List.of(EXECUTABLE, "-cp", System.getProperty("java.class.path"), main.getName());
  }
}
