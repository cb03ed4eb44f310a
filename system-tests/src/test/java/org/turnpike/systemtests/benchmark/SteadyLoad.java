package org.turnpike.systemtests.benchmark;

import java.time.Duration;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicLong;
import java.util.concurrent.locks.LockSupport;
import java.util.stream.IntStream;

/**
 * Callers at a fixed rate who wait for nobody, each with an identifier never seen before. The time
 * of an answer counts from when its request was due, so that a pause of the server counts for all
 * who came in it.
 */
record SteadyLoad(Callers callers, Duration time) {
  private static final double NANOS_PER_MILLI = 1e6;

  /** Milliseconds within which 99 of 100 answers came. */
  Load tailLatency(double requestsPerSecond) {
    return side -> {
      String run = "steady-" + UUID.randomUUID() + "-";
      double nanosBetween = TimeUnit.SECONDS.toNanos(1) / requestsPerSecond;
      double[] taken = new double[(int) (requestsPerSecond * time.toSeconds())];
      AtomicLong failures = new AtomicLong();
      long begin = System.nanoTime();
      CompletableFuture.allOf(
              IntStream.range(0, taken.length)
                  .mapToObj(
                      i -> {
                        long due = begin + (long) (i * nanosBetween);
                        waitUntil(due);
                        return callers
                            .ask(side, run + i)
                            .handle(
                                (answer, failure) -> {
                                  taken[i] = (System.nanoTime() - due) / NANOS_PER_MILLI;
                                  return Callers.succeeded(answer)
                                      ? 0L
                                      : failures.incrementAndGet();
                                });
                      })
                  .toArray(CompletableFuture<?>[]::new))
          .join();
      return new Measured(Latencies.ninetyNinthPercentile(taken), failures.get());
    };
  }

  private static void waitUntil(long due) {
    for (long left = due - System.nanoTime(); left > 0; left = due - System.nanoTime()) {
      LockSupport.parkNanos(left);
    }
  }
}
