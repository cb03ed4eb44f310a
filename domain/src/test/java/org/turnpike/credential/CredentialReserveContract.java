package org.turnpike.credential;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.turnpike.credential.CredentialReserve.Fitting;
import org.turnpike.credential.CredentialReserve.Level;
import org.turnpike.shared.Secret;
import org.turnpike.tenant.Tenant;
import org.turnpike.turnkey.TurnKey;
import org.turnpike.world.PortContract;

public abstract class CredentialReserveContract extends PortContract {
  private static final TimeToLive HOUR = new TimeToLive(3600);
  private static final TimeToLive DAY = new TimeToLive(86_400);

  private final Tenant acme = samples.tenant("acme");
  private final TurnKey key = samples.turnKey(acme, "main");
  private final TurnKey second = samples.turnKey(acme, "second");
  private final Instant start = ports.clock().instant();

  @Test
  void one_is_taken_whole_and_once() {
    ReserveCredential ready = add(key, HOUR);
    assertThat(take(key)).hasValue(ready);
    assertThat(take(key)).isEmpty();
  }

  @Test
  void the_oldest_goes_first() {
    ReserveCredential first = add(key, DAY);
    ports.clock().advance(Duration.ofMinutes(1));
    ReserveCredential later = add(key, DAY);
    assertThat(take(key)).hasValue(first);
    assertThat(take(key)).hasValue(later);
  }

  @Test
  void what_is_too_young_ends_too_early_or_too_late_or_is_another_keys_stays() {
    ReserveCredential ready = add(key, HOUR);
    Instant end = start.plus(HOUR.duration());
    assertThat(take(new Fitting(key.id(), start.minusSeconds(1), start, end))).isEmpty();
    assertThat(take(new Fitting(key.id(), start, end.plusSeconds(1), end.plusSeconds(2))))
        .isEmpty();
    assertThat(take(new Fitting(key.id(), start, start, end.minusSeconds(1)))).isEmpty();
    assertThat(take(new Fitting(second.id(), start, start, end))).isEmpty();
    assertThat(take(new Fitting(key.id(), start, end, end))).hasValue(ready);
  }

  @Test
  void what_is_taken_in_a_transaction_that_fails_stays() {
    ReserveCredential ready = add(key, HOUR);
    IllegalStateException failure = new IllegalStateException("the grant was not recorded");
    try {
      run(
          () -> {
            assertThat(ports.reserve().take(any(key))).isPresent();
            throw failure;
          });
    } catch (IllegalStateException e) {
      assertThat(e).isSameAs(failure);
    }
    assertThat(take(key)).hasValue(ready);
  }

  @Test
  void levels_are_told_by_key_and_life() {
    add(key, HOUR);
    add(key, DAY);
    add(key, DAY);
    add(second, DAY);
    assertThat(levels(start))
        .containsExactlyInAnyOrder(
            new Level(key.id(), HOUR, 1),
            new Level(key.id(), DAY, 2),
            new Level(second.id(), DAY, 1));
    assertThat(levels(start.plus(HOUR.duration())))
        .containsExactlyInAnyOrder(new Level(key.id(), DAY, 2), new Level(second.id(), DAY, 1));
  }

  @Test
  void those_of_a_key_and_those_that_are_over_can_be_forgotten() {
    add(key, DAY);
    add(second, HOUR);
    add(second, DAY);
    run(() -> ports.reserve().forget(key.id()));
    Instant afterAnHour = start.plus(HOUR.duration()).plusMillis(1);
    assertThat(call(() -> ports.reserve().forgetExpiredBefore(afterAnHour))).isEqualTo(1);
    assertThat(levels(start)).containsExactly(new Level(second.id(), DAY, 1));
  }

  private ReserveCredential add(TurnKey turnKey, TimeToLive ttl) {
    Instant now = ports.clock().instant();
    UUID id = UUID.randomUUID();
    List<IceServer> iceServers =
        List.of(
            new IceServer(
                List.of("turn:turn.example:3478"), "user-" + id, Secret.of("password-" + id)));
    ReserveCredential credential =
        new ReserveCredential(
            id,
            turnKey.id(),
            ttl,
            new MintedCredential(
                iceServers, new CustomIdentifier("reserve-" + id), now, now.plus(ttl.duration())));
    run(() -> ports.reserve().add(credential));
    return credential;
  }

  private Fitting any(TurnKey turnKey) {
    Instant now = ports.clock().instant();
    return new Fitting(turnKey.id(), now, now, now.plus(Duration.ofDays(2)));
  }

  private Optional<ReserveCredential> take(TurnKey turnKey) {
    return take(any(turnKey));
  }

  private Optional<ReserveCredential> take(Fitting fitting) {
    return call(() -> ports.reserve().take(fitting));
  }

  private List<Level> levels(Instant lasting) {
    return call(() -> ports.reserve().levels(lasting));
  }
}
