package org.turnpike.systemtests;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

/** The JVM that runs this also runs what it starts. */
public final class Java {
  public static final String EXECUTABLE =
      Path.of(System.getProperty("java.home"), "bin", "java").toString();

  /** What the build gives every JVM of the tests. */
  private static final String OPTIONS = System.getProperty("tests.jvm", "");

  private Java() {}

  /** Runs a class of ours, with all that this JVM finds on its class path. */
  public static List<String> command(Class<?> main) {
    return List.of(EXECUTABLE, "-cp", System.getProperty("java.class.path"), main.getName());
  }

  /** Runs that, as the tests do. */
  public static List<String> inTests(String... what) {
    List<String> command = new ArrayList<>(List.of(EXECUTABLE));
    Stream.of(OPTIONS.split(" ")).filter(option -> !option.isEmpty()).forEach(command::add);
    command.addAll(List.of(what));
    return command;
  }

  /** For a JVM that somebody else starts. */
  static Map<String, String> environmentInTests() {
    return Map.of("JAVA_TOOL_OPTIONS", OPTIONS);
  }
}
