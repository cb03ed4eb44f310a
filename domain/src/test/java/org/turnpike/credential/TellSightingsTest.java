package org.turnpike.credential;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Set;
import java.util.function.Supplier;
import org.junit.jupiter.api.Test;
import org.turnpike.credential.IssueCredentials.Issued;
import org.turnpike.credential.MintingHealth.Breaker;
import org.turnpike.credential.MintingHealth.State;
import org.turnpike.shared.Rejected;
import org.turnpike.shared.Unavailable;
import org.turnpike.tenant.Tenant;
import org.turnpike.turnkey.TurnKey;
import org.turnpike.world.World;

class TellSightingsTest {
  private static final Duration ROUND = Duration.ofSeconds(15);

  private final World world = new World();
  private final Tenant acme = world.samples.tenant("acme");
  private final TurnKey key = world.samples.turnKey(acme);
  private final MintingSamples node = new MintingSamples(world, "server-1");
  private final Instant start = world.clock().instant();

  @Test
  void what_a_node_counted_is_told_whole_and_counts_once() {
    node.saw(key, State.CLOSED, 3, 1, 0);
    answer(2, CredentialGrant.Source.REUSED);
    node.tell();
    node.tell();
    node.saw(key, State.CLOSED, 5, 1, 2);
    world.reserveCounts.ahead(key);
    world.reserveCounts.taken(key);
    answer(1, CredentialGrant.Source.MINTED);
    node.tell();
    assertThat(mintings(start)).isEqualTo(new MintingTally(5, 1, 2, 1, 1));
    assertThat(answers(start)).isEqualTo(new AnswerTally(1, 2, 0, 0, 0));
  }

  @Test
  void each_window_has_its_own() {
    node.saw(key, State.CLOSED, 3, 0, 0);
    node.tell();
    world.clock().advance(Duration.ofMinutes(15));
    node.saw(key, State.CLOSED, 4, 0, 0);
    node.tell();
    assertThat(mintings(start).minted()).isEqualTo(4);
    assertThat(mintings(world.clock().instant()).minted()).isEqualTo(1);
  }

  @Test
  void while_the_database_is_away_counts_wait_and_keep_their_window() {
    IllegalStateException away = new IllegalStateException("away");
    node.saw(key, State.CLOSED, 3, 0, 0);
    answer(1, CredentialGrant.Source.MINTED);
    world.transactions().failNextCommit(away);
    assertThatThrownBy(node::tell).isSameAs(away);
    assertThat(world.transactions().call(() -> world.sightings().nodes())).isEmpty();

    world.clock().advance(Duration.ofMinutes(15));
    node.saw(key, State.CLOSED, 5, 0, 0);
    node.tell();

    assertThat(mintings(start).minted()).isEqualTo(5);
    assertThat(mintings(world.clock().instant()).minted()).isEqualTo(2);
    assertThat(answers(start).minted()).isEqualTo(1);
    assertThat(states()).containsExactly(State.CLOSED);
  }

  @Test
  void what_waits_is_bounded() {
    UntoldTallies<String, MintingTally> untold = new UntoldTallies<>(MintingTally.NONE);
    for (int quarter = 1; quarter <= 1_000; quarter++) {
      untold.grow(
          java.util.Map.of("key", new MintingTally(quarter, 0, 0, 0, 0)), world.clock().instant());
      world.clock().advance(Duration.ofMinutes(15));
    }
    assertThat(untold.untold()).hasSizeBetween(7 * 96, 7 * 96 + 1);
  }

  @Test
  void two_nodes_add_up_and_each_has_its_breaker() {
    MintingSamples other = new MintingSamples(world, "server-2");
    State open = new State(Breaker.OPEN, start, start.plusSeconds(10), "Away.");
    node.saw(key, State.CLOSED, 3, 0, 0);
    other.saw(key, open, 1, 5, 7);
    node.tell();
    other.tell();
    assertThat(mintings(start)).isEqualTo(new MintingTally(4, 5, 7, 0, 0));
    assertThat(states()).containsExactlyInAnyOrder(State.CLOSED, open);
  }

  @Test
  void a_node_that_was_forgotten_tells_its_breakers_again() {
    node.saw(key, State.CLOSED, 1, 0, 0);
    node.tell();
    world.clock().advance(Duration.ofDays(2));
    node.telling.forget();
    assertThat(states()).isEmpty();
    node.tell();
    assertThat(states()).containsExactly(State.CLOSED);
  }

  @Test
  void the_next_run_on_a_server_takes_the_place_of_the_one_that_was_killed() {
    node.tell();
    world.clock().advance(ROUND);
    MintingSamples next = new MintingSamples(world, "server-1");
    next.tell();
    assertThat(nodes()).as("it may be a second one beside it").hasSize(2);
    world.clock().advance(Duration.ofMinutes(1));
    next.tell();
    assertThat(nodes()).hasSize(1);
  }

  @Test
  void two_that_live_on_one_server_stay_and_so_does_a_silent_one_elsewhere() {
    MintingSamples beside = new MintingSamples(world, "server-1");
    new MintingSamples(world, "server-2").tell();
    for (int round = 0; round < 10; round++) {
      node.tell();
      beside.tell();
      world.clock().advance(ROUND);
    }
    assertThat(nodes()).extracting(Node::name).containsOnly("server-1", "server-2").hasSize(3);
  }

  @Test
  void one_that_ends_in_good_order_tells_all_and_is_not_missed() {
    node.tell();
    node.saw(key, State.CLOSED, 2, 0, 0);
    node.telling.leave();
    assertThat(nodes()).isEmpty();
    assertThat(mintings(start).minted()).isEqualTo(2);
  }

  @Test
  void tallies_are_kept_for_a_week_and_a_day() {
    node.saw(key, State.CLOSED, 2, 0, 0);
    node.tell();
    world.clock().advance(Duration.ofDays(8));
    node.telling.forget();
    assertThat(mintings(start).minted()).isEqualTo(2);
    world.clock().advance(Duration.ofSeconds(1));
    node.telling.forget();
    assertThat(mintings(start)).isEqualTo(MintingTally.NONE);
  }

  @Test
  void who_got_nothing_is_counted_and_who_asked_wrongly_is_not() {
    Unavailable away = new Unavailable("Away.", ROUND);
    Rejected wrong = Rejected.invalid("ttl", "Too long.");
    assertThatThrownBy(() -> node.answers.counted(acme.id(), failing(away))).isSameAs(away);
    assertThatThrownBy(() -> node.answers.counted(acme.id(), failing(wrong))).isSameAs(wrong);
    assertThatThrownBy(() -> node.answers.counted(null, failing(wrong))).isSameAs(wrong);
    answer(1, CredentialGrant.Source.FALLBACK);
    assertThat(node.answers.total()).isEqualTo(new AnswerTally(0, 0, 0, 1, 1));
    assertThat(node.answers.total().withoutRelay()).isEqualTo(2);
  }

  private static Supplier<Issued> failing(RuntimeException with) {
    return () -> {
      throw with;
    };
  }

  private void answer(int times, CredentialGrant.Source source) {
    Issued issued = new Issued(List.of(), Duration.ofHours(1), start, start, null, source);
    for (int i = 0; i < times; i++) {
      assertThat(node.answers.counted(acme.id(), () -> issued)).isSameAs(issued);
    }
  }

  private MintingTally mintings(Instant since) {
    return world
        .transactions()
        .call(() -> world.tallies().mintings(Set.of(key.id()), since))
        .getOrDefault(key.id(), MintingTally.NONE);
  }

  private AnswerTally answers(Instant since) {
    return world
        .transactions()
        .call(() -> world.tallies().answers(Set.of(acme.id()), since))
        .get(acme.id());
  }

  private List<Node> nodes() {
    return world.transactions().call(() -> world.sightings().nodes());
  }

  private List<State> states() {
    return world.transactions().call(() -> world.sightings().breakers(Set.of(key.id()))).stream()
        .map(Sightings.OfNode::state)
        .toList();
  }
}
