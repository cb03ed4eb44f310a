package org.turnpike.relaytest;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.turnpike.world.Refusals.assertInvalid;
import static org.turnpike.world.Refusals.assertRefused;

import java.time.Duration;
import java.util.Collections;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.turnpike.credential.CredentialGrant;
import org.turnpike.credential.CredentialGrants;
import org.turnpike.credential.GrantId;
import org.turnpike.credential.IssueCredentials;
import org.turnpike.credential.IssuingSamples;
import org.turnpike.shared.Rejected;
import org.turnpike.shared.Secret;
import org.turnpike.shared.Setting;
import org.turnpike.shared.TooManyRequests;
import org.turnpike.shared.Unavailable;
import org.turnpike.tenant.ApiKey;
import org.turnpike.tenant.IssueApiKey;
import org.turnpike.tenant.Tenant;
import org.turnpike.tenant.TenantSamples;
import org.turnpike.tenant.TermsInForce;
import org.turnpike.tenant.WhenUnavailable;
import org.turnpike.world.Callers;
import org.turnpike.world.World;

class RelayTestThroughALinkTest {
  private static final List<Leg> WELL =
      List.of(new Leg(Leg.Transport.UDP, LegOutcome.WORKS, 20, 0, 900, null));

  private final World world = new World();
  private final Tenant acme = world.samples.tenant("acme");
  private final IssueApiKey apiKeys =
      new IssueApiKey(
          world.apiKeys(),
          world.tenants(),
          world.audit(),
          world.epoch(),
          world.transactions(),
          world.clock());
  private final IssueRelayTestLink links =
      new IssueRelayTestLink(apiKeys, world.relayTests(), world.transactions(), world.clock());
  private final RunRelayTest run =
      new RunRelayTest(
          world.relayTests(),
          world.apiKeys(),
          IssuingSamples.issueCredentials(world),
          new TermsInForce(world.tenants(), world.transactions()),
          world.transactions(),
          world.clock());
  private final SeeRelayTests see =
      new SeeRelayTests(world.relayTests(), world.apiKeys(), world.transactions(), world.clock());

  @Test
  void a_link_gives_short_credentials_of_its_tenant_and_takes_what_they_found() {
    world.samples.turnKey(acme);
    Secret token = link(3).token();
    IssueCredentials.Issued issued = run.mint(token, null);
    assertThat(issued.ttl()).isEqualTo(Duration.ofMinutes(10));
    assertThat(issued.grant()).isNotNull();

    run.record(token, "Chromium 140", WELL);
    assertThat(see.latest(Callers.adminOf(acme), acme.id()))
        .singleElement()
        .satisfies(
            result -> {
              assertThat(result.label()).isEqualTo("for Anna");
              assertThat(result.legs()).isEqualTo(WELL);
            });
  }

  @Test
  void it_gives_no_more_credentials_than_it_may() {
    world.samples.turnKey(acme);
    Secret token = link(2).token();
    run.mint(token, null);
    run.mint(token, null);
    assertRefused(Rejected.Reason.FORBIDDEN, () -> run.mint(token, null));
  }

  @Test
  void it_is_charged_nothing_while_no_relay_can_be_had() {
    world.samples.turnKey(acme);
    Secret token = link(1).token();
    world.issuer.failMintingWith(new Unavailable("Away.", Duration.ofSeconds(1)));
    assertThatThrownBy(() -> run.mint(token, null)).isInstanceOf(Unavailable.class);
    assertThat(used()).isZero();

    TenantSamples.setTerms(world, acme, WhenUnavailable.STUN_ONLY);
    assertThatThrownBy(() -> run.mint(token, null)).isInstanceOf(Unavailable.class);
    assertThat(used()).isZero();
  }

  @Test
  void nor_when_too_many_ask_at_once() {
    world.samples.turnKey(acme);
    Secret token = link(50).token();
    assertThatThrownBy(() -> IntStream.range(0, 50).forEach(i -> run.mint(token, null)))
        .isInstanceOf(TooManyRequests.class);
    assertThat(used()).isBetween(1, 49);
    assertThat(grants()).hasSize(1).extracting(CredentialGrant::address).containsOnlyNulls();
  }

  @Test
  void what_a_relay_refused_is_not_tested_again() {
    world.samples.turnKey(acme);
    Secret token = link(3).token();
    GrantId first = run.mint(token, null).grant();
    assertThat(run.mint(token, null).grant()).isEqualTo(first);
    assertThat(run.mint(token, first).grant()).isNotEqualTo(first);
  }

  @Test
  void it_takes_two_results_for_each_credential() {
    world.samples.turnKey(acme);
    Secret token = link(1).token();
    assertRefused(Rejected.Reason.FORBIDDEN, () -> run.record(token, null, WELL));
    run.mint(token, null);
    run.record(token, null, WELL);
    run.record(token, null, WELL);
    assertRefused(Rejected.Reason.FORBIDDEN, () -> run.record(token, null, WELL));
  }

  @Test
  void it_ends_with_its_life() {
    world.samples.turnKey(acme);
    Secret token = link(3).token();
    run.mint(token, null);
    world.clock().advance(Duration.ofHours(1));
    assertThatThrownBy(() -> run.mint(token, null)).hasMessageContaining("expired");
    assertRefused(Rejected.Reason.FORBIDDEN, () -> run.record(token, null, WELL));
  }

  @Test
  void it_ends_with_its_api_key() {
    world.samples.turnKey(acme);
    IssueRelayTestLink.Issued issued = link(3);
    run.mint(issued.token(), null);
    assertThat(see.links(Callers.adminOf(acme), acme.id()))
        .extracting(RelayTestLink::credentials)
        .containsExactly(1);
    apiKeys.revoke(Callers.adminOf(acme), acme.id(), issued.link().apiKey());
    assertThat(see.links(Callers.adminOf(acme), acme.id())).isEmpty();
    assertThatThrownBy(() -> run.mint(issued.token(), null)).hasMessageContaining("withdrawn");
    assertRefused(Rejected.Reason.FORBIDDEN, () -> run.record(issued.token(), null, WELL));
  }

  @Test
  void no_other_token_opens_anything_not_even_the_hash() {
    Secret token = link(3).token();
    for (String other : List.of("", "trt_", token.reveal() + "x")) {
      assertRefused(Rejected.Reason.UNAUTHENTICATED, () -> run.mint(Secret.of(other + "?"), null));
    }
  }

  @Test
  void the_api_key_behind_it_is_listed_and_audited_as_any_other() {
    link(3);
    assertThat(apiKeys.list(Callers.adminOf(acme), acme.id()))
        .extracting(ApiKey::name)
        .containsExactly("Relay test: for Anna");
    assertThat(world.acts()).containsExactly("api-key.issued");
  }

  @Test
  void only_who_manages_keys_makes_links_and_sees_results() {
    Tenant other = world.samples.tenant("other");
    assertRefused(
        Rejected.Reason.NOT_FOUND,
        () -> links.issue(Callers.adminOf(other), acme.id(), "x", Duration.ofHours(1), 3));
    assertRefused(
        Rejected.Reason.FORBIDDEN,
        () -> links.issue(Callers.viewerOf(acme), acme.id(), "x", Duration.ofHours(1), 3));
    assertRefused(Rejected.Reason.FORBIDDEN, () -> see.latest(Callers.viewerOf(acme), acme.id()));
    assertRefused(Rejected.Reason.NOT_FOUND, () -> see.latest(Callers.adminOf(other), acme.id()));
    assertRefused(Rejected.Reason.FORBIDDEN, () -> see.links(Callers.viewerOf(acme), acme.id()));
    assertRefused(Rejected.Reason.NOT_FOUND, () -> see.links(Callers.adminOf(other), acme.id()));
  }

  @Test
  void results_go_with_their_retention() {
    world.set(Setting.RETENTION_REPORTS, "P30D");
    world.samples.turnKey(acme);
    Secret token = link(3).token();
    run.mint(token, null);
    run.record(token, null, WELL);
    ForgetRelayTests forget =
        new ForgetRelayTests(
            world.relayTests(), world.transactions(), world.settings(), world.clock());
    world.clock().advance(Duration.ofDays(30));
    assertThat(forget.forget()).isZero();
    world.clock().advance(Duration.ofMillis(1));
    assertThat(forget.forget()).isEqualTo(1);
    assertThat(see.latest(Callers.adminOf(acme), acme.id())).isEmpty();
  }

  @Test
  void nonsense_is_refused() {
    assertInvalid("life", () -> link(Duration.ZERO, 3));
    assertInvalid("life", () -> link(Duration.ofDays(15), 3));
    assertInvalid("mostCredentials", () -> link(Duration.ofHours(1), 0));
    assertInvalid("mostCredentials", () -> link(Duration.ofHours(1), 201));
    assertThat(world.acts()).isEmpty();

    world.samples.turnKey(acme);
    Secret token = link(3).token();
    run.mint(token, null);
    assertInvalid("legs", () -> run.record(token, null, List.of()));
    assertInvalid("legs", () -> run.record(token, null, Collections.nCopies(2, WELL.get(0))));
    assertInvalid("browser", () -> run.record(token, "x".repeat(101), WELL));
    assertInvalid("browser", () -> run.record(token, "a\nb", WELL));
    assertInvalid("legs", () -> leg(null, 1, 1, null));
    assertInvalid("roundTripMillis", () -> leg(LegOutcome.WORKS, -1, 1, null));
    assertInvalid("lostPerMille", () -> leg(LegOutcome.WORKS, 1, 1_001, null));
    assertInvalid("detail", () -> leg(LegOutcome.WORKS, 1, 1, "x".repeat(301)));
  }

  /** How often the one link was used. */
  private int used() {
    return see.links(Callers.adminOf(acme), acme.id()).get(0).credentials();
  }

  private List<CredentialGrant> grants() {
    CredentialGrants.Question any = new CredentialGrants.Question(null, null, null, null, null);
    return world.transactions().call(() -> world.grants().all(any, 100));
  }

  private static Leg leg(LegOutcome outcome, int roundTrip, int lost, String detail) {
    return new Leg(Leg.Transport.UDP, outcome, roundTrip, lost, 1, detail);
  }

  private IssueRelayTestLink.Issued link(int most) {
    return link(Duration.ofHours(1), most);
  }

  private IssueRelayTestLink.Issued link(Duration life, int most) {
    return links.issue(Callers.adminOf(acme), acme.id(), "for Anna", life, most);
  }
}
