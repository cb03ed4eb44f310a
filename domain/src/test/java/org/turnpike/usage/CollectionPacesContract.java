package org.turnpike.usage;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.turnpike.tenant.AccountId;
import org.turnpike.world.PortContract;

public abstract class CollectionPacesContract extends PortContract {
  private static final Instant NOON = Instant.parse("2026-11-22T12:00:00Z");

  private final AccountId one = samples.account().id();
  private final AccountId other = samples.account().id();

  @Test
  void each_account_has_its_latest() {
    CollectionPace resting =
        new CollectionPace(
            one,
            List.of(NOON.minusMillis(1), NOON.minusMillis(1), NOON),
            200,
            NOON,
            NOON.plusSeconds(90),
            "Wait a little.");
    CollectionPace going =
        new CollectionPace(one, List.of(NOON), 200, NOON.plusSeconds(300), null, null);
    CollectionPace theirs = new CollectionPace(other, List.of(), 100, NOON, null, null);
    assertThat(call(ports.paces()::all)).isEmpty();
    put(resting);
    assertThat(call(ports.paces()::all)).containsExactly(resting);
    put(theirs);
    put(going);
    assertThat(call(ports.paces()::all)).containsExactlyInAnyOrder(going, theirs);
  }

  private void put(CollectionPace pace) {
    run(() -> ports.paces().put(pace));
  }
}
