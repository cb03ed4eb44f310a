package org.turnpike.credential;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Duration;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.turnpike.identity.Scope;
import org.turnpike.shared.Setting;
import org.turnpike.shared.TenantId;
import org.turnpike.shared.Unavailable;
import org.turnpike.tenant.ApiKey;
import org.turnpike.tenant.Tenant;
import org.turnpike.world.World;

/** An identifier that was served before, and many that ask at once. */
class ReuseOfCredentialsTest {
  private static final int CROWD = 50;
  private static final String ADDRESS = "192.0.2.1";
  private static final TimeToLive HOUR = new TimeToLive(3600);
  private static final CustomIdentifier ALICE = new CustomIdentifier("alice");

  private final World world = new World();
  private final Tenant acme = world.samples.tenant("acme");
  private final ApiKey apiKey = world.samples.apiKey(acme.id(), Scope.CREDENTIALS);
  private final IssueCredentials issue = IssuingSamples.issueCredentials(world);

  @BeforeEach
  void a_turn_key_mints() {
    world.samples.turnKey(acme);
  }

  @Test
  void whoever_asks_again_gets_their_own_without_database_or_cloudflare() {
    IssueCredentials.Issued first = issue();
    world.clock().advance(Duration.ofMinutes(5));
    world.transactions().failNextCommit(new IllegalStateException("the database was asked"));
    world.issuer.failMintingWith(new IllegalStateException("Cloudflare was asked"));
    IssueCredentials.Issued again = issue();
    world.transactions().failNextCommit(null);
    assertThat(again.source()).isEqualTo(CredentialGrant.Source.REUSED);
    assertThat(again.iceServers()).isEqualTo(first.iceServers());
    assertThat(again.grant()).isEqualTo(first.grant());
    assertThat(again.ttl()).isEqualTo(Duration.ofMinutes(55));
    assertThat(grants()).hasSize(1);
  }

  @Test
  void nobody_gets_a_credential_of_another_identifier_api_key_or_life() {
    issue();
    ApiKey second = world.samples.apiKey(acme.id(), Scope.CREDENTIALS);
    issue.issue(second, ADDRESS, HOUR, ALICE);
    issue.issue(apiKey, ADDRESS, HOUR, new CustomIdentifier("bob"));
    issue.issue(apiKey, ADDRESS, new TimeToLive(60), ALICE);
    issue.issue(apiKey, ADDRESS, HOUR, null);
    issue.issue(apiKey, ADDRESS, HOUR, null);
    assertThat(world.issuer.live()).hasSize(6);
  }

  @Test
  void a_credential_is_renewed_when_a_seventh_of_its_life_is_over() {
    IssueCredentials.Issued first = issue();
    world.clock().advance(Duration.ofMinutes(9));
    assertThat(issue().grant()).isEqualTo(first.grant());
    IssueCredentials.Issued renewed = issue();
    assertThat(renewed.grant()).isNotEqualTo(first.grant());
    assertThat(renewed.source()).isEqualTo(CredentialGrant.Source.REUSED);
    assertThat(renewed.ttl()).isEqualTo(HOUR.duration());
    assertThat(grants()).hasSize(2);
  }

  @Test
  void who_asked_lately_has_it_renewed_before_they_ask_again() {
    issue();
    world.clock().advance(Duration.ofMinutes(5));
    IssueCredentials.Issued first = issue();
    world.clock().advance(Duration.ofMinutes(4));
    issue.renewDue();
    assertThat(grants()).hasSize(2);
    assertThat(issue().grant()).isNotEqualTo(first.grant());
  }

  @Test
  void who_went_away_has_not() {
    issue();
    world.clock().advance(Duration.ofMinutes(9));
    issue.renewDue();
    assertThat(grants()).hasSize(1);
  }

  @Test
  void half_a_life_is_not_enough_while_cloudflare_answers() {
    issue();
    world.clock().advance(Duration.ofMinutes(31));
    IssueCredentials.Issued issued = issue();
    assertThat(issued.source()).isEqualTo(CredentialGrant.Source.MINTED);
    assertThat(issued.ttl()).isEqualTo(HOUR.duration());
  }

  @Test
  void what_still_lasts_will_do_while_cloudflare_is_away() {
    IssueCredentials.Issued first = issue();
    world.issuer.failMintingWith(new Unavailable("Away.", Duration.ofSeconds(1)));
    world.clock().advance(Duration.ofMinutes(50));
    IssueCredentials.Issued issued = issue();
    assertThat(issued.grant()).isEqualTo(first.grant());
    assertThat(issued.ttl()).isEqualTo(Duration.ofMinutes(10));
    assertThat(issued.refreshAfter()).isEqualTo(world.clock().instant().plusSeconds(300));
    world.clock().advance(Duration.ofSeconds(1));
    assertThatThrownBy(this::issue).isInstanceOf(Unavailable.class);
  }

  @Test
  void after_a_restart_the_credential_is_found_in_the_database() {
    IssueCredentials.Issued first = issue();
    world.memory.forgetAll();
    assertThat(issue().grant()).isEqualTo(first.grant());
    assertThat(world.issuer.live()).hasSize(1);
  }

  @Test
  void after_a_restart_one_with_less_than_the_least_life_is_not() {
    TimeToLive elevenMinutes = new TimeToLive(660);
    issue.issue(apiKey, ADDRESS, elevenMinutes, ALICE);
    world.memory.forgetAll();
    world.clock().advance(Duration.ofMinutes(1));
    assertThat(issue.issue(apiKey, ADDRESS, elevenMinutes, ALICE).source())
        .isEqualTo(CredentialGrant.Source.MINTED);
  }

  @Test
  void what_was_disabled_while_it_was_minted_is_not_remembered() {
    world.issuer.whileMinting(world.memory::forgetAll);
    IssueCredentials.Issued first = issue();
    revoke(first.grant());
    assertThat(issue().grant()).isNotEqualTo(first.grant());
  }

  @Test
  void many_who_ask_at_once_for_one_identifier_share_one_minting() throws Exception {
    world.set(Setting.UPSTREAM_TIMEOUT, "PT20S"); // until a busy machine has started all of them
    ExecutorService threads = Executors.newCachedThreadPool();
    try {
      IssueCredentials shared = IssuingSamples.issueCredentials(world, threads::execute);
      CountDownLatch allAsked = new CountDownLatch(CROWD);
      world.issuer.whileMinting(() -> await(allAsked));
      assertThat(handedToCrowd(threads, shared, allAsked)).hasSize(1);
      assertThat(world.issuer.live()).hasSize(1);
    } finally {
      threads.shutdownNow();
    }
  }

  @Test
  void many_whom_cloudflare_gives_nothing_share_one_of_the_reserve() throws Exception {
    for (int i = 0; i < CROWD; i++) {
      issue.issue(apiKey, ADDRESS, HOUR, new CustomIdentifier("newcomer " + i));
    }
    IssuingSamples.fillReserve(world).fill();
    world.set(Setting.UPSTREAM_TIMEOUT, "PT20S");
    ExecutorService threads = Executors.newCachedThreadPool();
    try {
      IssueCredentials shared = IssuingSamples.issueCredentials(world, threads::execute);
      CountDownLatch allAsked = new CountDownLatch(CROWD);
      world.issuer.whileMinting(
          () -> {
            await(allAsked);
            throw new Unavailable("Away.", Duration.ofSeconds(1));
          });
      assertThat(handedToCrowd(threads, shared, allAsked)).hasSize(1);
      assertThat(grants()).hasSize(CROWD + 1);
    } finally {
      threads.shutdownNow();
    }
  }

  @Test
  void what_comes_too_late_is_kept_for_the_next_time() throws Exception {
    ExecutorService threads = Executors.newCachedThreadPool();
    try {
      world.set(Setting.UPSTREAM_TIMEOUT, "PT0.05S");
      IssueCredentials shared = IssuingSamples.issueCredentials(world, threads::execute);
      CountDownLatch minting = new CountDownLatch(1);
      world.issuer.whileMinting(() -> await(minting));
      assertThatThrownBy(() -> shared.issue(apiKey, ADDRESS, HOUR, ALICE))
          .isInstanceOf(Unavailable.class);
      minting.countDown();
      threads.shutdown();
      assertThat(threads.awaitTermination(10, TimeUnit.SECONDS)).isTrue();
      assertThat(shared.issue(apiKey, ADDRESS, HOUR, ALICE).source())
          .isEqualTo(CredentialGrant.Source.REUSED);
    } finally {
      threads.shutdownNow();
    }
  }

  @Test
  void while_one_key_cannot_mint_the_other_tenants_are_renewed() {
    Unavailable away = new Unavailable("Away.", Duration.ofSeconds(1));
    List<ApiKey> others = new ArrayList<>();
    for (int i = 0; i < 8; i++) {
      Tenant other = world.samples.tenant("other-" + i);
      world.samples.turnKey(other);
      others.add(world.samples.apiKey(other.id(), Scope.CREDENTIALS));
    }
    others.forEach(each -> issue.issue(each, ADDRESS, HOUR, ALICE));
    world.clock().advance(Duration.ofMinutes(5));
    others.forEach(each -> issue.issue(each, ADDRESS, HOUR, ALICE));
    ApiKey unlucky = others.remove(0);
    world
        .transactions()
        .call(() -> world.turnKeys().of(unlucky.tenant()))
        .forEach(key -> world.issuer.failMintingOf(key, away));
    world.clock().advance(Duration.ofMinutes(4));

    assertThatThrownBy(issue::renewDue).isSameAs(away);

    assertThat(others).allSatisfy(each -> assertThat(grantsOf(each.tenant())).hasSize(2));
    assertThat(grantsOf(unlucky.tenant())).hasSize(1);
  }

  /** All ask at once for Alice. */
  private Set<GrantId> handedToCrowd(
      ExecutorService threads, IssueCredentials shared, CountDownLatch allAsked) throws Exception {
    List<Future<IssueCredentials.Issued>> answers = new ArrayList<>();
    for (int i = 0; i < CROWD; i++) {
      answers.add(
          threads.submit(
              () -> {
                allAsked.countDown();
                return shared.issue(apiKey, ADDRESS, HOUR, ALICE);
              }));
    }
    Set<GrantId> handedOut = new HashSet<>();
    for (Future<IssueCredentials.Issued> answer : answers) {
      handedOut.add(answer.get(10, TimeUnit.SECONDS).grant());
    }
    return handedOut;
  }

  private static void await(CountDownLatch latch) {
    try {
      latch.await();
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }

  private void revoke(GrantId grant) {
    world
        .transactions()
        .run(() -> world.grants().find(grant).orElseThrow().revoke(world.clock().instant()));
  }

  private IssueCredentials.Issued issue() {
    return issue.issue(apiKey, ADDRESS, HOUR, ALICE);
  }

  private List<CredentialGrant> grants() {
    CredentialGrants.Question any = new CredentialGrants.Question(null, null, null, null, null);
    return world.transactions().call(() -> world.grants().all(any, 100));
  }

  private List<CredentialGrant> grantsOf(TenantId tenant) {
    return grants().stream().filter(grant -> grant.tenant().equals(tenant)).toList();
  }
}
