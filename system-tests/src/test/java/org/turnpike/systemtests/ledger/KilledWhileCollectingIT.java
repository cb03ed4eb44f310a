package org.turnpike.systemtests.ledger;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.lang.System.Logger;
import java.lang.System.Logger.Level;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.SplittableRandom;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.turnpike.persistence.ClassArchive;

/**
 * A collector is killed in the middle of its round, at points drawn from seeds, while Cloudflare
 * restates: what is in the ledger by then is sound, and the next collector makes it true.
 */
class KilledWhileCollectingIT {
  private static final Logger LOG = System.getLogger(KilledWhileCollectingIT.class.getName());
  private static final int KILLS = Integer.getInteger("ledger.kills");
  private static final int WORTH_AN_ARCHIVE = 20;
  private static final int KEYS = 3;
  private static final Instant FIRST = Instant.parse("2026-11-12T00:00:00Z");

  /** Of each key the newest, and the open period by two days, which is two weeks at the least. */
  private static final int RANGES = KEYS * 8;

  @TempDir static Path folder;

  private static final List<MeteredKey> keys = new ArrayList<>();
  private static Bare bare;
  private static List<String> options = List.of();
  private static int unposted;
  private static int posted;

  @BeforeAll
  static void collect_what_there_is() throws IOException, InterruptedException {
    bare = Bare.unbroken(Rules.limits(Duration.ofDays(30), Duration.ofDays(2)));
    for (int i = 0; i < KEYS; i++) {
      keys.add(bare.key("tenant-" + i, FIRST));
    }
    bare.collect();
    if (KILLS >= WORTH_AN_ARCHIVE) {
      options = ClassArchive.of(KilledWhileCollectingIT::command, folder);
    }
    bare.assertTrue();
    bare.assertAllRead();
  }

  private static List<String> command(List<String> given) {
    return CollectingProcess.command(
        given, bare.postgres().as(Postgres.APPLICATION), bare.ports().clock().instant());
  }

  static IntStream seeds() {
    return IntStream.range(0, KILLS);
  }

  @ParameterizedTest(name = "seed {0}")
  @MethodSource("seeds")
  void what_a_killed_collector_left_is_sound_and_the_next_one_makes_it_true(int seed)
      throws IOException {
    SplittableRandom random = new SplittableRandom(~seed);
    bare.pass(Duration.ofMinutes(60 + random.nextInt(120)));
    restate(random);
    Moment moment = Moment.of(seed, KEYS, RANGES);

    KilledCollector killed =
        KilledCollector.at(
            moment, bare.newest(), command(options), folder.resolve("errors-" + seed));

    bare.assertSound();
    assertMoved(killed);
    bare.postgres().endLeases();
    bare.collect();
    bare.assertTrue();
    bare.assertAllRead();
  }

  private static void restate(SplittableRandom random) {
    bare.cloud().heal();
    for (MeteredKey key : keys) {
      Instant from = bare.now().minus(Duration.ofHours(24 + random.nextInt(24 * 4)));
      bare.cloud()
          .restates(key.uid(), from, from.plus(Duration.ofHours(9)), 50 + random.nextInt(100));
    }
  }

  /** No watermark moved to where nobody had read. */
  private static void assertMoved(KilledCollector killed) {
    Instant newest = bare.newest();
    long read = killed.read().stream().filter(newest::equals).count();
    long moved = keys.stream().filter(key -> bare.kept(key).through().equals(newest)).count();
    assertThat(moved).as("%s", killed.moment()).isBetween(read - 1, read);
    if (moved < read) {
      unposted++;
    } else {
      posted++;
    }
  }

  @AfterAll
  static void stop() {
    LOG.log(
        Level.INFO,
        "{0} kills: in {1} the newest range was read and not posted, in {2} all such were posted;"
            + " {3} windows, corrected {4} times",
        KILLS,
        unposted,
        posted,
        keys.stream().mapToInt(key -> bare.kept(key).lines().size()).sum(),
        keys.stream().mapToInt(key -> bare.kept(key).corrections().size()).sum());
    bare.close();
  }
}
