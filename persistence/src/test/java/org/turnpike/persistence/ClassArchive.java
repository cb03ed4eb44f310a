package org.turnpike.persistence;

import java.io.File;
import java.io.IOException;
import java.lang.ProcessBuilder.Redirect;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.function.Predicate;
import java.util.function.UnaryOperator;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * The classes that a process loads, read and checked once: with them, each further one starts in a
 * third of the time. A JVM that cannot make them does without.
 */
public final class ClassArchive {
  public static final String JAVA = System.getProperty("java.home") + "/bin/java";

  private ClassArchive() {}

  /** Jars first: they alone can be archived, and nothing may stand before them. */
  public static String classPath() {
    return Stream.of(jars(), entries(entry -> !entry.endsWith(".jar")))
        .collect(Collectors.joining(File.pathSeparator));
  }

  /**
   * Makes them.
   *
   * @param process its command, with these options for the JVM; it must end by itself
   * @return the options for a JVM to use them
   */
  public static List<String> of(UnaryOperator<List<String>> process, Path folder)
      throws IOException, InterruptedException {
    Path list = folder.resolve("classes");
    String archive = "-XX:SharedArchiveFile=" + folder.resolve("classes.jsa");
    String collector = "-XX:+UseSerialGC";
    run(process.apply(List.of(collector, "-XX:DumpLoadedClassList=" + list)));
    run(
        List.of(
            JAVA,
            collector,
            "-Xshare:dump",
            "-XX:SharedClassListFile=" + list,
            archive,
            "-cp",
            jars()));
    return List.of(collector, archive);
  }

  private static void run(List<String> command) throws IOException, InterruptedException {
    new ProcessBuilder(command)
        .redirectOutput(Redirect.DISCARD)
        .redirectError(Redirect.DISCARD)
        .start()
        .waitFor();
  }

  private static String jars() {
    return entries(entry -> entry.endsWith(".jar"));
  }

  private static String entries(Predicate<String> wanted) {
    return Arrays.stream(System.getProperty("java.class.path").split(File.pathSeparator))
        .filter(wanted)
        .collect(Collectors.joining(File.pathSeparator));
  }
}
