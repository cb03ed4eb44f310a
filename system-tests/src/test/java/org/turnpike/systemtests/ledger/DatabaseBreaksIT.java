package org.turnpike.systemtests.ledger;

import static org.assertj.core.api.Assertions.catchThrowable;
import static org.awaitility.Awaitility.await;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.lang.System.Logger;
import java.lang.System.Logger.Level;
import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.turnpike.systemtests.Installation;

/** PostgreSQL is killed, or stands still, in the middle of a round of collecting. */
@Tag("slow")
class DatabaseBreaksIT {
  private static final Logger LOG = System.getLogger(DatabaseBreaksIT.class.getName());
  private static final Duration FREEZE = Duration.ofSeconds(30);
  private static final Duration PATIENCE = Duration.ofMinutes(1);
  private static final Duration DAYS = Duration.ofDays(10);
  private static final int RANGES = 8;

  private static Postgres postgres;
  private static Bare bare;

  @BeforeAll
  static void start() throws Exception {
    postgres =
        Postgres.start(
            Installation.workFolder("broken").resolve("database"), Map.of(), Map.of("fsync", "on"));
    bare = Bare.over(postgres, Rules.limits(Duration.ofDays(30), Duration.ofDays(2)));
    bare.key("acme", Bare.START.minus(DAYS));
    bare.key("birch", Bare.START.minus(DAYS));
    bare.collect();
  }

  @AfterAll
  static void stop() throws IOException {
    bare.close();
    postgres.close();
  }

  @ParameterizedTest(name = "seed {0}")
  @ValueSource(ints = {1, 2, 3, 4, 5, 6, 7, 8, 9, 10})
  void what_a_killed_postgresql_held_is_sound_and_is_made_true_once_it_is_back(int seed)
      throws IOException {
    bare.pass(Duration.ofMinutes(80));
    CompletableFuture<Instant> killed = new CompletableFuture<>();
    Throwable failure = catchThrowable(broken(seed, DatabaseBreaksIT::kill, killed)::collect);
    killed.join();

    postgres.startAgain();
    bare.reconnect();

    bare.assertSound();
    LOG.log(Level.INFO, "PostgreSQL killed, seed {0}: {1}", seed, failure);
    postgres.endLeases();
    bare.collect();
    bare.assertTrue();
    bare.assertAllRead();
  }

  @ParameterizedTest(name = "seed {0}")
  @ValueSource(ints = {11, 12})
  void while_postgresql_stands_still_so_does_the_collector_and_then_it_goes_on(int seed)
      throws Exception {
    bare.pass(Duration.ofMinutes(80));
    CompletableFuture<Instant> frozen = new CompletableFuture<>();
    Collector collector = broken(seed, DatabaseBreaksIT::freeze, frozen);
    CompletableFuture<Void> round = CompletableFuture.runAsync(collector::collect);
    Instant since = frozen.join();
    CompletableFuture<Void> other = CompletableFuture.runAsync(bare.collector()::collect);
    try {
      await()
          .atMost(FREEZE.plus(PATIENCE))
          .during(FREEZE)
          .until(() -> !round.isDone() && !other.isDone());
    } finally {
      postgres.thaw();
    }
    round.join();
    other.join();
    LOG.log(
        Level.INFO,
        "PostgreSQL stood still for {0}, seed {1}",
        Duration.between(since, Instant.now()),
        seed);
    bare.assertTrue();
    bare.assertAllRead();
  }

  /** A collector during whose round that happens, at a moment of that seed; and when it did. */
  private static Collector broken(
      int seed, Runnable breaking, CompletableFuture<Instant> happened) {
    happened.orTimeout(PATIENCE.toSeconds(), TimeUnit.SECONDS);
    Moment moment = Moment.of(seed, 2, RANGES);
    AtomicInteger left = new AtomicInteger(moment.ranges());
    return bare.collector(
        Map.of(),
        range -> {
          if ((!moment.newest() || range.end().equals(bare.newest()))
              && left.decrementAndGet() == 0) {
            happened.completeAsync(
                () -> {
                  moment.pass();
                  breaking.run();
                  return Instant.now();
                });
          }
        });
  }

  private static void kill() {
    try {
      postgres.kill();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static void freeze() {
    try {
      postgres.freeze();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    } catch (InterruptedException e) {
      throw new IllegalStateException(e);
    }
  }
}
