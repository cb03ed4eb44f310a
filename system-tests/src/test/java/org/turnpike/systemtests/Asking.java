package org.turnpike.systemtests;

import java.io.UncheckedIOException;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.IntFunction;
import org.turnpike.systemtests.world.Answer;
import org.turnpike.systemtests.world.Api;

/** Callers who ask for credentials until they are told to stop, or nobody answers any more. */
final class Asking implements AutoCloseable {
  private final Api backend;
  private final Queue<Asked> asked = new ConcurrentLinkedQueue<>();
  private final AtomicInteger count = new AtomicInteger();
  private final CountDownLatch end = new CountDownLatch(1);
  private final ExecutorService threads = Executors.newCachedThreadPool();
  private final List<Future<?>> callers = new ArrayList<>();

  Asking(Api backend) {
    this.backend = backend;
  }

  /** One more caller, who asks for the first identifier, then the second, with pauses between. */
  void start(Duration pause, IntFunction<String> identifiers) {
    callers.add(threads.submit(() -> goOn(pause, identifiers)));
  }

  private Void goOn(Duration pause, IntFunction<String> identifiers) throws InterruptedException {
    for (int i = 0; !end.await(pause.toNanos(), TimeUnit.NANOSECONDS); i++) {
      Asked one = ask(backend, identifiers.apply(i));
      asked.add(one);
      count.incrementAndGet();
      if (one.status() == 0) {
        break;
      }
    }
    return null;
  }

  static Asked ask(Api backend, String identifier) {
    Instant at = Instant.now();
    long start = System.nanoTime();
    try {
      Answer answer = backend.post("/ice-servers", Map.of("customIdentifier", identifier));
      return new Asked(
          identifier,
          at,
          Duration.ofNanos(System.nanoTime() - start),
          answer.status(),
          answer.status() == 201 ? answer.json() : null,
          answer.header("Retry-After").map(Integer::valueOf).orElse(0));
    } catch (UncheckedIOException nobody) {
      return new Asked(identifier, at, Duration.ofNanos(System.nanoTime() - start), 0, null, 0);
    }
  }

  int count() {
    return count.get();
  }

  List<Asked> soFar() {
    return List.copyOf(asked);
  }

  /** All that was asked; every caller has come to an end. */
  List<Asked> stop() throws InterruptedException, ExecutionException {
    end.countDown();
    for (Future<?> caller : callers) {
      caller.get();
    }
    return soFar();
  }

  @Override
  public void close() {
    end.countDown();
    threads.shutdownNow();
  }
}
