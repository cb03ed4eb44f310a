package org.turnpike.console.relay;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.turnpike.console.gate.Person;
import org.turnpike.console.gate.SignedIn;
import org.turnpike.console.shell.Look;
import org.turnpike.console.shell.Notice;
import org.turnpike.console.shell.Requests;
import org.turnpike.console.shell.TenantInView;
import org.turnpike.console.shell.Times;
import org.turnpike.credential.CredentialGrant;
import org.turnpike.credential.GrantSamples;
import org.turnpike.credential.IssueCredentials;
import org.turnpike.credential.IssuingSamples;
import org.turnpike.credential.MintingHealth.Breaker;
import org.turnpike.credential.MintingHealth.State;
import org.turnpike.credential.MintingSamples;
import org.turnpike.credential.TimeToLive;
import org.turnpike.identity.Caller;
import org.turnpike.identity.Scope;
import org.turnpike.tenant.ManageTenants;
import org.turnpike.tenant.Tenant;
import org.turnpike.turnkey.TurnKey;
import org.turnpike.world.Callers;
import org.turnpike.world.World;

class MintingAttentionTest {
  private static final String PROBLEM = "Cloudflare did not answer in time.";

  private final World world = new World();
  private final Tenant harbour = world.samples.tenant("harbour");
  private final TurnKey production = world.samples.turnKey(harbour, "production");
  private final TurnKey webinar = world.samples.turnKey(harbour, "webinar");
  private final MintingSamples node = new MintingSamples(world, "server-1");
  private final Instant now = world.clock().instant();
  private final State open = new State(Breaker.OPEN, now, now.plusSeconds(10), PROBLEM);

  private final ManageTenants tenants =
      new ManageTenants(
          world.tenants(),
          world.apiKeys(),
          world.accounts(),
          world.plans(),
          world.audit(),
          world.epoch(),
          world.transactions(),
          world.clock());

  @Test
  void nothing_needs_anybody_while_all_is_well() {
    node.saw(production, State.CLOSED, 100, 3, 0);
    node.tell();

    assertThat(seenBy(Callers.operator())).isEmpty();
  }

  @Test
  void a_key_that_does_not_mint_says_why_since_when_and_what_happens_meanwhile() {
    node.saw(production, open, 0, 5, 30);
    node.tell();

    Notice notice = only(Callers.operator());

    assertThat(notice.tone()).isEqualTo("bad");
    assertThat(notice.title()).isEqualTo("production of harbour does not mint");
    assertThat(notice.text())
        .isEqualTo(
            PROBLEM
                + " Since 22 Nov 2026, 12:00 UTC. It is tried again after 22 Nov 2026, 12:00:10."
                + " Meanwhile whoever has a credential keeps it, and newcomers get none, for the"
                + " reserve is empty. If it lasts, see whether the account still signs in.");
    assertThat(notice.action()).isEqualTo("Check the account");
    world.clock().advance(Duration.ofSeconds(11));
    assertThat(only(Callers.operator()).text()).contains("The next who asks tries it again.");
  }

  @Test
  void a_tenant_is_sent_to_an_operator() {
    node.saw(production, open, 0, 5, 30);
    node.tell();

    Notice notice = only(Callers.adminOf(harbour));

    assertThat(notice.title()).isEqualTo("production does not mint");
    assertThat(notice.text()).endsWith("If this stays, tell an operator.");
    assertThat(notice.action()).isNull();
  }

  @Test
  void one_that_only_fails_is_told_of_before_its_breaker_opens() {
    node.saw(production, new State(Breaker.CLOSED, null, null, PROBLEM), 0, 1, 0);
    node.tell();

    assertThat(only(Callers.operator()).text())
        .startsWith(PROBLEM + " The next who asks tries it again. Meanwhile");
  }

  @Test
  void keys_that_fail_for_one_reason_are_one_notice() {
    node.saw(production, open, 0, 5, 30);
    node.saw(webinar, open, 0, 5, 30);
    node.tell();

    assertThat(only(Callers.operator()).title()).isEqualTo("2 TURN keys do not mint");
  }

  @Test
  void a_key_whose_reserve_is_empty_is_not_promised_another_s() {
    IssueCredentials issue = IssuingSamples.issueCredentials(world);
    issue.issue(
        world.samples.apiKey(harbour.id(), Scope.CREDENTIALS), "192.0.2.1", TimeToLive.USUAL, null);
    IssuingSamples.fillReserve(world).fill();
    node.saw(production, open, 0, 5, 30);
    node.saw(webinar, open, 0, 5, 30);
    node.tell();

    assertThat(only(Callers.operator()).text())
        .contains(
            "newcomers get one of the 1 in reserve; none of production of harbour, for that"
                + " reserve is empty.");
  }

  @Test
  void callers_without_a_relay_are_told_of() {
    node.answered(harbour, CredentialGrant.Source.FALLBACK, 3);
    node.tell();

    Notice notice = only(Callers.adminOf(harbour));

    assertThat(notice.title()).isEqualTo("3 got no relay in the last hour");
    assertThat(notice.text()).endsWith("STUN alone: 3. Nothing, and told to ask again: 0.");
    world.clock().advance(Duration.ofMinutes(76));
    node.tell();
    assertThat(seenBy(Callers.adminOf(harbour))).isEmpty();
  }

  @Test
  void an_empty_reserve_is_told_of_where_one_is_wanted() {
    GrantSamples.add(
        world, world.samples.apiKey(harbour.id(), Scope.CREDENTIALS), production, "user", null);
    node.saw(production, State.CLOSED, 1, 0, 0);
    node.tell();

    assertThat(seenBy(Callers.operator()))
        .extracting(Notice::title)
        .containsExactly("Nothing is ready for newcomers of production of harbour");
  }

  @Test
  void what_is_minted_in_vain_is_told_of_once_it_is_more_than_a_few() {
    node.saw(production, State.CLOSED, 19, 0, 0);
    MintingSamples.ahead(world, production, 10);
    node.tell();
    assertThat(seenBy(Callers.operator())).isEmpty();

    node.saw(production, State.CLOSED, 20, 0, 0);
    node.tell();

    assertThat(only(Callers.operator()).text()).startsWith("10 of 20 in the last 24 hours (50 %).");
  }

  @Test
  void a_silent_node_is_named_to_operators_alone() {
    new MintingSamples(world, "server-2").tell();
    world.clock().advance(Duration.ofMinutes(2));
    node.tell();

    assertThat(only(Callers.operator()).title()).isEqualTo("server-2 is silent");
    assertThat(seenBy(Callers.adminOf(harbour))).isEmpty();
  }

  @Test
  void with_no_node_alive_the_figures_are_said_to_be_old() {
    assertThat(only(Callers.adminOf(harbour)).title()).isEqualTo("No server tells what it sees");
  }

  private Notice only(Caller caller) {
    List<Notice> notices = seenBy(caller);
    assertThat(notices).hasSize(1);
    return notices.get(0);
  }

  private List<Notice> seenBy(Caller caller) {
    Person person = new SignedIn(caller);
    TenantInView inView = new TenantInView(Requests.asking(Map.of()), person, tenants);
    Times times = new Times(new Look(Requests.asking(Map.of())), world.clock());
    return new MintingAttention(person, inView, times)
        .of(MintingSamples.seeMinting(world).all(caller));
  }
}
