package org.turnpike.credential;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.turnpike.credential.MintingHealth.Breaker;
import org.turnpike.credential.MintingHealth.State;
import org.turnpike.credential.Sightings.OfNode;
import org.turnpike.tenant.Tenant;
import org.turnpike.turnkey.TurnKey;
import org.turnpike.turnkey.TurnKeyId;
import org.turnpike.world.PortContract;

public abstract class SightingsContract extends PortContract {
  private final Tenant acme = samples.tenant("acme");
  private final TurnKey key = samples.turnKey(acme, "main");
  private final TurnKey second = samples.turnKey(acme, "second");
  private final Instant start = ports.clock().instant();
  private final Node one = node("one", start);
  private final Node other = node("other", start.plusSeconds(1));

  @Test
  void a_node_is_new_once_and_then_seen_again() {
    assertThat(alive(other)).isTrue();
    assertThat(alive(one)).isTrue();
    Node later = new Node(one.id(), one.name(), one.startedAt(), start.plusSeconds(15));
    assertThat(alive(later)).isFalse();
    assertThat(nodes()).containsExactly(later, other);
  }

  @Test
  void what_a_node_says_of_a_breaker_takes_the_place_of_what_it_said() {
    alive(one);
    alive(other);
    State open = new State(Breaker.OPEN, start, start.plusSeconds(10), "It did not answer.");
    put(one, key, State.CLOSED);
    put(one, key, open);
    put(other, key, State.CLOSED);
    put(one, second, State.CLOSED);
    assertThat(breakers(Set.of(key.id())))
        .containsExactlyInAnyOrder(
            new OfNode(one.id(), key.id(), open), new OfNode(other.id(), key.id(), State.CLOSED));
    assertThat(breakers(Set.of())).isEmpty();
  }

  @Test
  void one_that_is_forgotten_takes_its_breakers_along_and_is_new_when_it_comes_back() {
    alive(one);
    alive(other);
    put(one, key, State.CLOSED);
    put(other, key, State.CLOSED);
    run(() -> ports.sightings().forget(one.id()));
    assertThat(nodes()).containsExactly(other);
    assertThat(breakers(Set.of(key.id())))
        .containsExactly(new OfNode(other.id(), key.id(), State.CLOSED));
    assertThat(alive(one)).isTrue();
  }

  private static Node node(String name, Instant start) {
    return new Node(new NodeId(UUID.randomUUID()), name, start, start.plus(Duration.ofSeconds(1)));
  }

  private boolean alive(Node node) {
    return call(() -> ports.sightings().alive(node));
  }

  private void put(Node node, TurnKey turnKey, State state) {
    run(() -> ports.sightings().put(node.id(), turnKey.id(), state));
  }

  private List<Node> nodes() {
    return call(() -> ports.sightings().nodes());
  }

  private List<OfNode> breakers(Set<TurnKeyId> keys) {
    return call(() -> ports.sightings().breakers(keys));
  }
}
