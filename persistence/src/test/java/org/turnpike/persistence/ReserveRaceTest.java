package org.turnpike.persistence;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.turnpike.credential.CredentialReserve;
import org.turnpike.credential.CustomIdentifier;
import org.turnpike.credential.MintedCredential;
import org.turnpike.credential.ReserveCredential;
import org.turnpike.credential.TimeToLive;
import org.turnpike.turnkey.TurnKey;
import org.turnpike.world.Samples;

class ReserveRaceTest {
  private final PostgresPorts ports = PostgresPorts.empty();
  private final Samples samples = new Samples(ports);
  private final TurnKey key = samples.turnKey(samples.tenant("acme"));

  @Test
  void while_one_is_being_taken_another_taker_gets_the_next_and_does_not_wait() {
    ReserveCredential oldest = add();
    ports.clock().advance(Duration.ofMinutes(1));
    ReserveCredential next = add();
    ports
        .transactions()
        .run(
            () -> {
              assertThat(take()).hasValue(oldest);
              assertThat(takenElsewhere()).hasValue(next);
              assertThat(takenElsewhere()).isEmpty();
            });
    assertThat(takenElsewhere()).isEmpty();
  }

  private ReserveCredential add() {
    UUID id = UUID.randomUUID();
    Instant now = ports.clock().instant();
    ReserveCredential credential =
        new ReserveCredential(
            id,
            key.id(),
            TimeToLive.USUAL,
            new MintedCredential(
                List.of(IssuingProcess.relay("reserve-" + id)),
                new CustomIdentifier("reserve-" + id),
                now,
                now.plus(TimeToLive.USUAL.duration())));
    ports.transactions().run(() -> ports.reserve().add(credential));
    return credential;
  }

  private Optional<ReserveCredential> take() {
    Instant now = ports.clock().instant();
    return ports
        .reserve()
        .take(new CredentialReserve.Fitting(key.id(), now, now, now.plus(Duration.ofDays(2))));
  }

  /** In a transaction of its own, by somebody who loses patience when he has to wait. */
  private Optional<ReserveCredential> takenElsewhere() {
    return CompletableFuture.supplyAsync(
            () -> ports.transactions().call(this::take), command -> new Thread(command).start())
        .orTimeout(20, TimeUnit.SECONDS)
        .join();
  }
}
