package org.turnpike.systemtests.ledger;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.concurrent.BrokenBarrierException;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CyclicBarrier;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.turnpike.persistence.PostgresPorts;
import org.turnpike.shared.Reach;
import org.turnpike.turnkey.TurnKey;
import org.turnpike.usage.UsageReading;
import org.turnpike.usage.UsageRecord;
import org.turnpike.usage.UsageSamples;

/** Two nodes over one ledger. */
class TwoAtOnceIT {
  private static final Instant THREE_DAYS_AGO = Bare.START.minus(Duration.ofDays(3));

  private final Bare bare = Bare.unbroken(Rules.usual());
  private final PostgresPorts other = PostgresPorts.over(bare.postgres().as(Postgres.APPLICATION));

  @AfterEach
  void stop() {
    bare.close();
  }

  @Test
  void two_collectors_at_once_count_each_byte_once() {
    bare.key("acme", THREE_DAYS_AGO);
    bare.key("birch", THREE_DAYS_AGO);
    List<Collector> both =
        List.of(
            bare.collector(), new Collector(other, Collector.http(other), Map.of(), range -> {}));
    for (int round = 0; round < 6; round++) {
      other.clock().set(bare.now().toString());
      both.stream()
          .map(each -> CompletableFuture.runAsync(each::collect))
          .toList()
          .forEach(CompletableFuture::join);
      bare.assertTrue();
      bare.assertAllRead();
      bare.pass(Duration.ofMinutes(17));
    }
    bare.assertTrueInTheEnd();
  }

  @Test
  void lines_that_two_append_at_once_are_there_once() {
    MeteredKey key = bare.key("acme", THREE_DAYS_AGO);
    UsageSamples.readThrough(bare.ports(), turnKey(key), bare.newest().toString());
    List<UsageRecord> lines =
        bare.truth(key).settled().headMap(bare.newest()).entrySet().stream()
            .map(window -> new UsageReading(window.getKey(), window.getValue()))
            .map(reading -> UsageRecord.first(turnKey(key), reading, bare.now()))
            .toList();
    CyclicBarrier together = new CyclicBarrier(2);
    List.of(bare.ports(), other).stream()
        .map(ports -> CompletableFuture.runAsync(() -> append(ports, lines, together)))
        .toList()
        .forEach(CompletableFuture::join);
    assertThat(bare.kept(key).lines()).hasSameSizeAs(lines).hasSizeGreaterThan(100);
    bare.assertTrue();
  }

  private static void append(PostgresPorts ports, List<UsageRecord> lines, CyclicBarrier together) {
    ports
        .transactions()
        .run(
            Reach.EVERYONE,
            () -> {
              ports.ledger().head();
              await(together);
              ports.ledger().append(lines);
            });
  }

  private TurnKey turnKey(MeteredKey key) {
    return bare.ports()
        .transactions()
        .call(() -> bare.ports().turnKeys().find(key.id()).orElseThrow());
  }

  private static void await(CyclicBarrier together) {
    try {
      together.await();
    } catch (InterruptedException | BrokenBarrierException e) {
      throw new IllegalStateException(e);
    }
  }
}
