package org.turnpike.systemtests.benchmark;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.stream.IntStream;
import java.util.stream.LongStream;
import java.util.stream.Stream;

/**
 * Where the machine's processor time went since it started, in clock ticks, as Linux tells it.
 *
 * @param passed all there was
 * @param taken by any process, or by other machines on the same host
 * @param own by this benchmark's processes
 */
record ProcessorTime(long passed, long taken, long own) {
  // Columns of /proc/stat. Interrupts are left out: they serve the network, and so the benchmark.
  private static final int[] ALL = {1, 2, 3, 4, 5, 6, 7, 8};
  private static final int[] USER_NICE_SYSTEM_STEAL = {1, 2, 3, 8};
  // Columns of /proc/PID/stat after the command's name: its own time, and that of ended children.
  private static final int FIRST_OF_TIMES = 11;
  private static final int LAST_OF_TIMES = 14;

  /**
   * Looks now.
   *
   * @param besides processes of this benchmark that are not below this JVM
   */
  static ProcessorTime now(ProcessHandle... besides) throws IOException {
    String[] machine = Files.readAllLines(Path.of("/proc/stat")).get(0).split(" +", -1);
    long own =
        Stream.concat(Stream.of(ProcessHandle.current()), Stream.of(besides))
            .flatMap(process -> Stream.concat(Stream.of(process), process.descendants()))
            .mapToLong(ProcessorTime::of)
            .sum();
    return new ProcessorTime(sum(machine, ALL), sum(machine, USER_NICE_SYSTEM_STEAL), own);
  }

  /** How much of the time since then others took, from 0 to 1. */
  double othersSince(ProcessorTime before) {
    double others = (taken - before.taken) - (own - before.own);
    return Math.max(0, others / (passed - before.passed));
  }

  private static long of(ProcessHandle process) {
    try {
      String stat = Files.readString(Path.of("/proc/" + process.pid() + "/stat"));
      String[] fields = stat.substring(stat.lastIndexOf(')') + 2).split(" ", -1);
      return LongStream.rangeClosed(FIRST_OF_TIMES, LAST_OF_TIMES)
          .map(column -> Long.parseLong(fields[(int) column]))
          .sum();
    } catch (IOException ended) {
      return 0;
    }
  }

  private static long sum(String[] line, int[] columns) {
    return IntStream.of(columns).mapToLong(column -> Long.parseLong(line[column])).sum();
  }
}
