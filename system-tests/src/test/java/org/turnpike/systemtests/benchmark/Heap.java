package org.turnpike.systemtests.benchmark;

import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** What lives in another JVM, by its own count of objects. */
record Heap(ProcessHandle process) {
  private static final Pattern TOTAL = Pattern.compile("(?m)^Total +\\d+ +(\\d+)");
  private static final String JCMD =
      Path.of(System.getProperty("java.home"), "bin", "jcmd").toString();

  /** Bytes that are left after a full collection. */
  long live() throws IOException, InterruptedException {
    tell("GC.run");
    Matcher total = TOTAL.matcher(tell("GC.class_histogram"));
    if (!total.find()) {
      throw new IOException("jcmd counted nothing");
    }
    return Long.parseLong(total.group(1));
  }

  private String tell(String command) throws IOException, InterruptedException {
    return Command.run(
        Path.of("."), Map.of(), List.of(JCMD, Long.toString(process.pid()), command));
  }
}
