package org.turnpike.credential;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.turnpike.tenant.Tenant;
import org.turnpike.turnkey.TurnKey;
import org.turnpike.turnkey.TurnKeyId;
import org.turnpike.world.PortContract;

public abstract class TalliesContract extends PortContract {
  private static final MintingTally MINTINGS = new MintingTally(5, 4, 3, 2, 1);
  private static final AnswerTally ANSWERS = new AnswerTally(1, 2, 3, 4, 5);

  private final Tenant acme = samples.tenant("acme");
  private final Tenant other = samples.tenant("other");
  private final TurnKey key = samples.turnKey(acme, "main");
  private final TurnKey theirs = samples.turnKey(other, "theirs");
  private final NodeId one = new NodeId(UUID.randomUUID());
  private final NodeId two = new NodeId(UUID.randomUUID());
  private final Instant now = TallyWindow.startOf(ports.clock().instant());
  private final Instant before = now.minus(Duration.ofMinutes(15));

  @Test
  void a_node_s_count_told_twice_counts_once() {
    put(one, now, MINTINGS);
    put(one, now, MINTINGS);
    put(one, now, ANSWERS);
    put(one, now, ANSWERS);
    assertThat(mintings(now)).containsExactly(Map.entry(key.id(), MINTINGS));
    assertThat(answers(now)).isEqualTo(ANSWERS);
  }

  @Test
  void counts_of_nodes_and_windows_add_up() {
    put(one, before, MINTINGS);
    put(one, now, MINTINGS);
    put(two, now, new MintingTally(10, 0, 0, 0, 0));
    put(one, before, ANSWERS);
    put(two, now, ANSWERS);
    assertThat(mintings(before).get(key.id())).isEqualTo(new MintingTally(20, 8, 6, 4, 2));
    assertThat(mintings(now).get(key.id())).isEqualTo(new MintingTally(15, 4, 3, 2, 1));
    assertThat(answers(before)).isEqualTo(ANSWERS.plus(ANSWERS));
    assertThat(answers(now)).isEqualTo(ANSWERS);
  }

  @Test
  void those_of_others_are_left_out() {
    put(one, now, MINTINGS);
    put(one, now, ANSWERS);
    run(() -> ports.tallies().put(one, theirs.id(), now, MINTINGS));
    run(() -> ports.tallies().put(one, other.id(), now, ANSWERS));
    assertThat(mintings(now)).containsOnlyKeys(key.id());
    assertThat(call(() -> ports.tallies().answers(Set.of(acme.id()), now)))
        .containsOnlyKeys(acme.id());
    assertThat(call(() -> ports.tallies().mintings(Set.of(), now))).isEmpty();
    assertThat(call(() -> ports.tallies().answers(Set.of(), now))).isEmpty();
  }

  @Test
  void old_ones_are_forgotten() {
    put(one, before, MINTINGS);
    put(one, before, ANSWERS);
    put(one, now, MINTINGS);
    assertThat(call(() -> ports.tallies().forgetBefore(now))).isEqualTo(2);
    assertThat(mintings(before).get(key.id())).isEqualTo(MINTINGS);
    assertThat(call(() -> ports.tallies().answers(Set.of(acme.id()), before))).isEmpty();
  }

  private void put(NodeId node, Instant window, MintingTally tally) {
    run(() -> ports.tallies().put(node, key.id(), window, tally));
  }

  private void put(NodeId node, Instant window, AnswerTally tally) {
    run(() -> ports.tallies().put(node, acme.id(), window, tally));
  }

  private Map<TurnKeyId, MintingTally> mintings(Instant since) {
    return call(() -> ports.tallies().mintings(Set.of(key.id()), since));
  }

  private AnswerTally answers(Instant since) {
    return call(() -> ports.tallies().answers(Set.of(acme.id()), since)).get(acme.id());
  }
}
