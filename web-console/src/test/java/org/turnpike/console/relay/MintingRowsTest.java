package org.turnpike.console.relay;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.turnpike.credential.MintingHealth.Breaker;
import org.turnpike.credential.MintingHealth.State;
import org.turnpike.credential.MintingReport;
import org.turnpike.credential.MintingReport.Span;
import org.turnpike.credential.MintingSamples;
import org.turnpike.tenant.Tenant;
import org.turnpike.turnkey.TurnKey;
import org.turnpike.world.Callers;
import org.turnpike.world.World;

class MintingRowsTest {
  private final World world = new World();
  private final Tenant harbour = world.samples.tenant("harbour");
  private final TurnKey webinar = world.samples.turnKey(harbour, "webinar");
  private final TurnKey production = world.samples.turnKey(harbour, "production");
  private final TurnKey alpine = world.samples.turnKey(world.samples.tenant("alpine"), "main");
  private final MintingSamples node = new MintingSamples(world, "server-1");
  private final Instant now = world.clock().instant();

  @Test
  void trouble_comes_first_then_the_name() {
    node.saw(production, State.CLOSED, 10, 0, 0);
    node.saw(webinar, broken(Breaker.OPEN), 1, 5, 30);
    node.tell();

    assertThat(shown(null, null))
        .containsExactly("webinar Not asked", "production Mints", "main Idle");
    assertThat(shown(null, "name"))
        .containsExactly("main Idle", "production Mints", "webinar Not asked");
    assertThat(shown(null, "minted"))
        .containsExactly("production Mints", "webinar Not asked", "main Idle");
  }

  @Test
  void they_are_found_by_key_or_tenant() {
    node.tell();

    assertThat(shown(" WEB ", null)).containsExactly("webinar Idle");
    assertThat(shown("alpine", null)).containsExactly("main Idle");
    assertThat(shown(production.uid(), null)).containsExactly("production Idle");
    assertThat(shown("nothing", null)).isEmpty();
  }

  @Test
  void what_was_used_least_comes_first_and_what_minted_nothing_last() {
    node.saw(production, State.CLOSED, 10, 0, 0);
    node.saw(webinar, State.CLOSED, 10, 0, 0);
    MintingSamples.ahead(world, webinar, 6);
    node.tell();

    assertThat(shown(null, "used"))
        .containsExactly("webinar Mints", "production Mints", "main Idle");
    assertThat(rows("webinar", null).get(0).used()).isEqualTo("40 %");
  }

  @Test
  void a_state_says_whether_cloudflare_mints() {
    node.saw(production, broken(Breaker.PROBING), 10, 5, 0);
    node.saw(webinar, State.CLOSED, 0, 2, 0);
    node.tell();
    assertThat(shown(null, "name"))
        .containsExactly("main Idle", "production Probing", "webinar Fails");

    retire(alpine);
    world.clock().advance(Duration.ofMinutes(2));
    assertThat(shown(null, "name")).containsExactly("production Not known", "webinar Not known");
  }

  @Test
  void what_was_lost_is_said_when_there_is_any() {
    node.saw(production, State.CLOSED, 10, 2, 1_300);
    node.saw(webinar, State.CLOSED, 10, 0, 0);
    node.tell();

    assertThat(rows("production", null).get(0).lost()).isEqualTo("2 failed, 1,300 not tried");
    assertThat(rows("webinar", null).get(0).lost()).isNull();
  }

  @Test
  void how_many_keys_mint_is_told_in_a_few_words() {
    node.saw(production, State.CLOSED, 10, 0, 0);
    node.tell();
    assertThat(upstream()).isEqualTo("All 3 mint");
    node.saw(webinar, broken(Breaker.OPEN), 0, 5, 0);
    node.tell();
    assertThat(upstream()).isEqualTo("1 of 3 does not mint");
    node.saw(alpine, broken(Breaker.PROBING), 0, 5, 0);
    node.tell();
    assertThat(upstream()).isEqualTo("2 of 3 do not mint");
    world.clock().advance(Duration.ofMinutes(2));
    assertThat(upstream()).isEqualTo("Not known");
  }

  private State broken(Breaker breaker) {
    return new State(breaker, now, now.plusSeconds(10), "Cloudflare did not answer in time.");
  }

  private void retire(TurnKey key) {
    world
        .transactions()
        .run(() -> world.turnKeys().findAndHold(key.id()).orElseThrow().retire(now));
  }

  private String upstream() {
    return Upstream.of(rows(null, null)).value();
  }

  private List<String> shown(String text, String order) {
    return rows(text, order).stream()
        .map(row -> row.of().key().name() + " " + row.state().label())
        .toList();
  }

  private List<MintingRow> rows(String text, String order) {
    MintingReport report = MintingSamples.seeMinting(world).all(Callers.operator());
    return MintingRows.of(report, Span.DAY, text, order);
  }
}
