package org.turnpike.persistence;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CountDownLatch;
import java.util.stream.IntStream;
import org.junit.jupiter.api.RepeatedTest;
import org.junit.jupiter.api.Test;
import org.turnpike.shared.Leases;
import org.turnpike.shared.Leases.Lease;

class LeaseRaceTest {
  private static final int TAKERS = 4;
  private static final Duration MINUTE = Duration.ofMinutes(1);

  private final PostgresPorts ports = PostgresPorts.empty();
  private final Leases leases = ports.leases();

  @RepeatedTest(5)
  void of_several_who_take_it_at_the_same_time_one_gets_it() {
    assertThat(takeTogether()).hasSize(1);
    ports.letPass(MINUTE);
    assertThat(takeTogether()).hasSize(1);
  }

  @Test
  void it_ends_by_the_clock_of_the_database_whatever_that_of_a_node_says() {
    leases.take("work", MINUTE);
    ports.clock().advance(Duration.ofDays(1));
    assertThat(leases.take("work", MINUTE)).isEmpty();
    ports.letPass(MINUTE);
    assertThat(leases.take("work", MINUTE)).isPresent();
  }

  @Test
  void another_waits_while_the_holder_writes_and_then_finds_it_prolonged() {
    Lease lease = leases.take("work", MINUTE).orElseThrow();
    ports.letPass(MINUTE);
    CountDownLatch confirmed = new CountDownLatch(1);
    CompletableFuture<Optional<Lease>> other =
        CompletableFuture.supplyAsync(
            () -> {
              await(confirmed);
              return leases.take("work", MINUTE);
            });
    ports
        .transactions()
        .run(
            () -> {
              leases.confirm(lease);
              confirmed.countDown();
            });
    assertThat(other.join()).isEmpty();
  }

  private List<Lease> takeTogether() {
    CountDownLatch ready = new CountDownLatch(TAKERS);
    List<CompletableFuture<Optional<Lease>>> takers =
        IntStream.range(0, TAKERS)
            .mapToObj(
                taker ->
                    CompletableFuture.supplyAsync(
                        () -> {
                          ready.countDown();
                          return leases.take("work", MINUTE);
                        },
                        command -> new Thread(command).start()))
            .toList();
    await(ready);
    return takers.stream().map(CompletableFuture::join).flatMap(Optional::stream).toList();
  }

  private static void await(CountDownLatch latch) {
    try {
      latch.await();
    } catch (InterruptedException e) {
      throw new IllegalStateException(e);
    }
  }
}
