package org.turnpike.shared;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Duration;
import org.junit.jupiter.api.Test;
import org.turnpike.shared.Leases.Lease;
import org.turnpike.world.PortContract;

public abstract class LeasesContract extends PortContract {
  private static final Duration MINUTE = Duration.ofMinutes(1);

  @Test
  void one_holds_it_and_others_get_nothing() {
    assertThat(ports.leases().take("work", MINUTE)).isPresent();
    assertThat(ports.leases().take("work", MINUTE)).isEmpty();
    assertThat(ports.leases().take("other work", MINUTE)).isPresent();
  }

  @Test
  void when_it_ends_another_takes_it_over_with_a_higher_fence() {
    Lease first = take();
    ports.letPass(MINUTE);
    Lease second = take();
    assertThat(second.fence()).isGreaterThan(first.fence());
  }

  @Test
  void who_lost_it_is_stopped_before_he_writes() {
    Lease first = take();
    ports.letPass(MINUTE);
    Lease second = take();
    assertThatThrownBy(() -> run(() -> ports.leases().confirm(first)))
        .isInstanceOf(Leases.Lost.class);
    run(() -> ports.leases().confirm(second));
  }

  @Test
  void confirming_prolongs_it() {
    Lease lease = take();
    ports.letPass(Duration.ofSeconds(50));
    run(() -> ports.leases().confirm(lease));
    ports.letPass(Duration.ofSeconds(50));
    assertThat(ports.leases().take("work", MINUTE)).isEmpty();
    ports.letPass(Duration.ofSeconds(10));
    assertThat(ports.leases().take("work", MINUTE)).isPresent();
  }

  @Test
  void who_slept_through_its_end_goes_on_as_long_as_nobody_took_it() {
    Lease lease = take();
    ports.letPass(Duration.ofMinutes(5));
    run(() -> ports.leases().confirm(lease));
    assertThat(ports.leases().take("work", MINUTE)).isEmpty();
  }

  @Test
  void given_back_it_is_free_at_once() {
    Lease first = take();
    ports.leases().release(first);
    assertThat(take().fence()).isGreaterThan(first.fence());
  }

  @Test
  void who_lost_it_does_not_give_back_the_other_s() {
    Lease first = take();
    ports.letPass(MINUTE);
    take();
    ports.leases().release(first);
    assertThat(ports.leases().take("work", MINUTE)).isEmpty();
  }

  @Test
  void a_confirmation_goes_with_its_transaction() {
    Lease lease = take();
    ports.letPass(Duration.ofSeconds(50));
    assertThatThrownBy(
            () ->
                run(
                    () -> {
                      ports.leases().confirm(lease);
                      throw new IllegalStateException("nothing is written");
                    }))
        .hasMessage("nothing is written");
    ports.letPass(Duration.ofSeconds(10));
    assertThat(ports.leases().take("work", MINUTE)).isPresent();
  }

  private Lease take() {
    return ports.leases().take("work", MINUTE).orElseThrow();
  }
}
