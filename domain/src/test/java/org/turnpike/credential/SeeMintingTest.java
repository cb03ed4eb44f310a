package org.turnpike.credential;

import static org.assertj.core.api.Assertions.assertThat;
import static org.turnpike.world.Refusals.assertRefused;

import java.math.BigDecimal;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.turnpike.credential.MintingHealth.Breaker;
import org.turnpike.credential.MintingHealth.State;
import org.turnpike.credential.MintingReport.Span;
import org.turnpike.identity.Scope;
import org.turnpike.shared.Rejected;
import org.turnpike.tenant.ApiKey;
import org.turnpike.tenant.Tenant;
import org.turnpike.turnkey.TurnKey;
import org.turnpike.world.Callers;
import org.turnpike.world.World;

class SeeMintingTest {
  private final World world = new World();
  private final Tenant acme = world.samples.tenant("acme");
  private final TurnKey key = world.samples.turnKey(acme);
  private final Tenant other = world.samples.tenant("other");
  private final TurnKey theirs = world.samples.turnKey(other);
  private final MintingSamples node = new MintingSamples(world, "server-1");
  private final SeeMinting see = MintingSamples.seeMinting(world);

  @Test
  void figures_go_back_an_hour_a_day_and_a_week() {
    node.saw(key, State.CLOSED, 10, 2, 1);
    node.answered(acme, CredentialGrant.Source.REUSED, 20);
    node.tell();
    world.clock().advance(Duration.ofHours(2));
    node.saw(key, State.CLOSED, 11, 2, 1);
    node.answered(acme, CredentialGrant.Source.REUSED, 5);
    node.tell();

    MintingReport.OfTenant of = ofAcme();

    assertThat(of.mintings(Span.HOUR)).isEqualTo(new MintingTally(1, 0, 0, 0, 0));
    assertThat(of.mintings(Span.DAY)).isEqualTo(new MintingTally(11, 2, 1, 0, 0));
    assertThat(of.mintings(Span.WEEK)).isEqualTo(of.mintings(Span.DAY));
    assertThat(of.answers(Span.HOUR).given()).isEqualTo(5);
    assertThat(of.answers(Span.DAY).given()).isEqualTo(25);
    assertThat(of.callsPerAnswer(Span.HOUR)).hasValue(new BigDecimal("0.2000"));
    assertThat(of.callsPerAnswer(Span.DAY)).hasValue(new BigDecimal("0.5200"));
  }

  @Test
  void what_lies_in_the_reserve_untaken_is_the_unused_part() {
    node.saw(key, State.CLOSED, 10, 0, 0);
    MintingSamples.ahead(world, key, 4);
    world.reserveCounts.taken(key);
    node.tell();
    MintingTally tally = ofAcme().mintings(Span.DAY);
    assertThat(tally.handedOut()).isEqualTo(7);
    assertThat(tally.usedRatio()).hasValue(new BigDecimal("0.7000"));
    assertThat(MintingTally.NONE.usedRatio()).isEmpty();
  }

  @Test
  void the_reserve_is_shown_against_what_is_wanted() {
    ApiKey apiKey = world.samples.apiKey(acme.id(), Scope.CREDENTIALS);
    IssueCredentials issue = IssuingSamples.issueCredentials(world);
    for (String name : List.of("alice", "bob", "carol")) {
      issue.issue(apiKey, "192.0.2.1", TimeToLive.USUAL, new CustomIdentifier(name));
    }
    assertThat(only(ofAcme())).extracting("ready", "wanted").containsExactly(0L, 3L);
    IssuingSamples.fillReserve(world).fill();
    assertThat(only(ofAcme())).extracting("ready", "wanted").containsExactly(3L, 3L);
    assertThat(world.reserveCounts.byTurnKey().get(key.uid()).ahead()).isEqualTo(3);
    world.issuer.failMintingWith(
        new org.turnpike.shared.Unavailable("Away.", Duration.ofSeconds(1)));
    issue.issue(apiKey, "192.0.2.1", TimeToLive.USUAL, new CustomIdentifier("dave"));
    assertThat(world.reserveCounts.byTurnKey().get(key.uid()).taken()).isEqualTo(1);
  }

  @Test
  void the_gravest_that_a_living_node_sees_is_shown() {
    Instant now = world.clock().instant();
    State open = new State(Breaker.OPEN, now, now.plusSeconds(10), "Away.");
    MintingSamples second = new MintingSamples(world, "server-2");
    second.saw(key, open, 0, 5, 0);
    second.tell();
    node.saw(key, State.CLOSED, 1, 0, 0);
    node.tell();
    assertThat(only(ofAcme()).state()).isEqualTo(open);

    world.clock().advance(Duration.ofSeconds(61));
    node.tell();

    assertThat(only(ofAcme()).state()).as("a silent node's is stale").isEqualTo(State.CLOSED);
    MintingReport report = see.all(Callers.operator());
    assertThat(report.silent()).extracting(Node::name).containsExactly("server-2");
    assertThat(report.asOf()).isEqualTo(world.clock().instant());
    assertThat(see.of(Callers.adminOf(acme), acme.id()).silent()).isEmpty();
  }

  @Test
  void with_no_node_alive_nobody_knows() {
    assertThat(see.all(Callers.operator()).asOf()).isNull();
    assertThat(only(ofAcme()).state()).isNull();
    node.tell();
    assertThat(only(ofAcme()).state()).as("it would be asked").isEqualTo(State.CLOSED);
  }

  @Test
  void everybody_sees_what_lies_in_their_reach() {
    node.saw(theirs, State.CLOSED, 10, 0, 0);
    node.tell();
    assertThat(see.all(Callers.operator()).tenants()).hasSize(2);
    assertThat(see.all(Callers.finance()).tenants()).hasSize(2);
    assertThat(see.all(Callers.operator()).tenants())
        .allSatisfy(of -> assertThat(only(of).key().tenant()).isEqualTo(of.tenant().id()));
    assertThat(see.all(Callers.adminOf(acme)).tenants())
        .extracting(of -> of.tenant().id())
        .containsExactly(acme.id());
    assertThat(only(see.of(Callers.viewerOf(acme), acme.id()).tenants().get(0)).key().uid())
        .isEqualTo(key.uid());
    assertRefused(Rejected.Reason.NOT_FOUND, () -> see.of(Callers.adminOf(acme), theirs.tenant()));
    assertThat(see.of(Callers.operator(), other.id()).tenants().get(0).mintings(Span.DAY).minted())
        .isEqualTo(10);
  }

  @Test
  void a_key_that_is_gone_is_shown_for_as_long_as_it_has_figures() {
    node.saw(key, State.CLOSED, 10, 0, 0);
    node.tell();
    world
        .transactions()
        .run(
            () ->
                world
                    .turnKeys()
                    .findAndHold(key.id())
                    .orElseThrow()
                    .retire(world.clock().instant()));
    assertThat(ofAcme().keys()).hasSize(1);
    world.clock().advance(Duration.ofDays(8));
    assertThat(ofAcme().keys()).isEmpty();
  }

  private MintingReport.OfTenant ofAcme() {
    return see.of(Callers.operator(), acme.id()).tenants().get(0);
  }

  private static MintingReport.OfKey only(MintingReport.OfTenant of) {
    assertThat(of.keys()).hasSize(1);
    return of.keys().get(0);
  }
}
