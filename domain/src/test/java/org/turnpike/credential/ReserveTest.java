package org.turnpike.credential;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.atomic.AtomicBoolean;
import org.junit.jupiter.api.Test;
import org.turnpike.identity.Scope;
import org.turnpike.shared.Rejected;
import org.turnpike.shared.Setting;
import org.turnpike.shared.Unavailable;
import org.turnpike.tenant.ApiKey;
import org.turnpike.tenant.Tenant;
import org.turnpike.tenant.TenantSamples;
import org.turnpike.tenant.WhenUnavailable;
import org.turnpike.turnkey.TurnKey;
import org.turnpike.world.World;

/** Credentials minted ahead: for whom, and what they are worth when Cloudflare fails. */
class ReserveTest {
  private static final String ADDRESS = "192.0.2.1";
  private static final TimeToLive DAY = TimeToLive.USUAL;
  private final Unavailable away = new Unavailable("Away.", Duration.ofSeconds(1));

  private final World world = new World();
  private final Tenant acme = world.samples.tenant("acme");
  private final TurnKey key = world.samples.turnKey(acme);
  private final ApiKey apiKey = world.samples.apiKey(acme.id(), Scope.CREDENTIALS);
  private final IssueCredentials issue = IssuingSamples.issueCredentials(world);
  private final FillReserve filling = IssuingSamples.fillReserve(world);

  @Test
  void while_cloudflare_is_away_newcomers_are_served_from_the_reserve() {
    newcomers(1);
    filling.fill();
    world.issuer.failMintingWith(away);
    world.clock().advance(Duration.ofHours(1));
    IssueCredentials.Issued issued = issue("late newcomer");
    assertThat(issued.source()).isEqualTo(CredentialGrant.Source.RESERVE);
    assertThat(issued.ttl()).isEqualTo(Duration.ofHours(23));
    assertThat(level()).isZero();
    CredentialGrant grant = grant(issued);
    assertThat(grant.customIdentifier()).isEqualTo("late newcomer");
    assertThat(grant.upstreamIdentifier()).startsWith("reserve-");
    assertThat(grant.source()).isEqualTo(CredentialGrant.Source.RESERVE);
    assertThat(world.acts().get(0)).isEqualTo("credential.issued");
    assertThat(issue("late newcomer").grant()).as("their own again").isEqualTo(issued.grant());
    assertThatThrownBy(() -> issue("another")).isSameAs(away);
  }

  @Test
  void without_an_identifier_too() {
    newcomers(1);
    filling.fill();
    world.issuer.failMintingWith(away);
    assertThat(issue.issue(apiKey, ADDRESS, DAY, null).source())
        .isEqualTo(CredentialGrant.Source.RESERVE);
    assertThatThrownBy(() -> issue.issue(apiKey, ADDRESS, DAY, null)).isSameAs(away);
  }

  @Test
  void when_it_is_empty_the_tenant_may_have_chosen_stun_alone() {
    TenantSamples.setTerms(world, acme, WhenUnavailable.STUN_ONLY);
    world.issuer.failMintingWith(away);
    IssueCredentials.Issued issued = issue("alice");
    assertThat(issued.source()).isEqualTo(CredentialGrant.Source.FALLBACK);
    assertThat(issued.grant()).isNull();
    assertThat(issued.iceServers())
        .singleElement()
        .satisfies(server -> assertThat(server.credential()).isNull());
    assertThat(issued.ttl()).isEqualTo(Duration.ofMinutes(1));
    world.issuer.failMintingWith(null);
    assertThat(issue("alice").source()).isEqualTo(CredentialGrant.Source.MINTED);
  }

  @Test
  void ones_own_comes_before_the_reserve() {
    newcomers(1);
    filling.fill();
    world.issuer.failMintingWith(away);
    world.clock().advance(Duration.ofHours(20));
    assertThat(issue("newcomer 0").source()).isEqualTo(CredentialGrant.Source.REUSED);
    assertThat(level()).isEqualTo(1);
  }

  @Test
  void nobody_gets_a_longer_life_than_asked_for_or_less_than_the_least() {
    newcomers(1);
    filling.fill();
    world.issuer.failMintingWith(away);
    CustomIdentifier alice = new CustomIdentifier("alice");
    TimeToLive hour = new TimeToLive(3600);
    assertThatThrownBy(() -> issue.issue(apiKey, ADDRESS, hour, alice)).isSameAs(away);
    world.clock().advance(Duration.ofHours(23));
    assertThat(issue.issue(apiKey, ADDRESS, hour, alice).ttl()).isEqualTo(Duration.ofHours(1));
  }

  @Test
  void what_ends_too_soon_stays_in_the_reserve() {
    newcomers(1);
    filling.fill();
    world.issuer.failMintingWith(away);
    world.clock().advance(Duration.ofHours(24).minusMinutes(10).plusSeconds(1));
    assertThatThrownBy(() -> issue("alice")).isSameAs(away);
  }

  @Test
  void what_ages_is_handed_out_before_another_is_minted() {
    newcomers(1);
    filling.fill();
    world.clock().advance(Duration.ofHours(3).minusSeconds(1));
    assertThat(issue("early").source()).isEqualTo(CredentialGrant.Source.MINTED);
    world.clock().advance(Duration.ofSeconds(1));
    assertThat(issue("late").source()).isEqualTo(CredentialGrant.Source.RESERVE);
    assertThat(issue("later").source()).isEqualTo(CredentialGrant.Source.MINTED);
  }

  @Test
  void who_has_one_already_is_given_a_new_one_not_one_of_the_reserve() {
    newcomers(1);
    filling.fill();
    world.clock().advance(Duration.ofHours(13));
    assertThat(issue("newcomer 0").source()).isEqualTo(CredentialGrant.Source.MINTED);
  }

  @Test
  void a_suspended_tenant_gets_none_and_none_is_minted_for_it() {
    newcomers(2);
    filling.fill();
    issue("a third");
    world.issuer.failMintingWith(away);
    TenantSamples.become(world, acme, Tenant.Status.SUSPENDED);
    assertThatThrownBy(() -> issue("alice"))
        .isInstanceOfSatisfying(
            Rejected.class, e -> assertThat(e.reason()).isEqualTo(Rejected.Reason.FORBIDDEN));
    filling.fill();
    assertThat(level()).isEqualTo(2);
  }

  @Test
  void whoever_waits_in_vain_for_cloudflare_gets_one_and_the_late_one_is_kept() throws Exception {
    newcomers(1);
    filling.fill();
    world.set(Setting.UPSTREAM_TIMEOUT, "PT0.05S");
    ExecutorService threads = Executors.newCachedThreadPool();
    try {
      IssueCredentials patient = IssuingSamples.issueCredentials(world, threads::execute);
      CountDownLatch answer = new CountDownLatch(1);
      world.issuer.whileMinting(() -> await(answer));
      CustomIdentifier alice = new CustomIdentifier("alice");
      assertThat(patient.issue(apiKey, ADDRESS, DAY, alice).source())
          .isEqualTo(CredentialGrant.Source.RESERVE);
      assertThat(patient.issue(apiKey, ADDRESS, DAY, alice).source())
          .isEqualTo(CredentialGrant.Source.REUSED);
      answer.countDown();
    } finally {
      threads.shutdownNow();
    }
  }

  @Test
  void who_can_be_served_from_the_reserve_does_not_wait_for_cloudflare_to_the_end() {
    newcomers(1);
    filling.fill();
    Duration patience = Duration.ofSeconds(2);
    world.set(Setting.UPSTREAM_TIMEOUT, patience.toString());
    ExecutorService threads = Executors.newCachedThreadPool();
    try {
      IssueCredentials patient = IssuingSamples.issueCredentials(world, threads::execute);
      world.issuer.whileMinting(() -> await(new CountDownLatch(1)));
      long asked = System.nanoTime();
      assertThat(patient.issue(apiKey, ADDRESS, DAY, null).source())
          .isEqualTo(CredentialGrant.Source.RESERVE);
      assertThat(Duration.ofNanos(System.nanoTime() - asked)).isLessThan(patience);
    } finally {
      threads.shutdownNow();
    }
  }

  @Test
  void when_the_reserve_is_empty_whoever_waits_gets_what_cloudflare_brings_at_last()
      throws Exception {
    world.set(Setting.UPSTREAM_TIMEOUT, "PT1.6S");
    ExecutorService threads = Executors.newCachedThreadPool();
    try {
      CountDownLatch reserveWasAsked = new CountDownLatch(1);
      AtomicBoolean mints = new AtomicBoolean();
      IssueCredentials patient =
          IssuingSamples.issueCredentials(
              world,
              work -> {
                if (mints.compareAndSet(false, true)) {
                  threads.execute(work);
                } else {
                  work.run();
                  reserveWasAsked.countDown();
                }
              });
      world.issuer.whileMinting(() -> await(reserveWasAsked));
      assertThat(patient.issue(apiKey, ADDRESS, DAY, null).source())
          .isEqualTo(CredentialGrant.Source.MINTED);
      assertThat(reserveWasAsked.getCount()).isZero();
    } finally {
      threads.shutdownNow();
    }
  }

  private static void await(CountDownLatch latch) {
    try {
      latch.await();
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }

  private void newcomers(int count) {
    for (int i = 0; i < count; i++) {
      issue("newcomer " + i);
    }
  }

  private IssueCredentials.Issued issue(String identifier) {
    return issue.issue(apiKey, ADDRESS, DAY, new CustomIdentifier(identifier));
  }

  private long level() {
    Instant now = world.clock().instant();
    List<CredentialReserve.Level> levels =
        world.transactions().call(() -> world.reserve().levels(now));
    assertThat(levels).allMatch(level -> level.turnKey().equals(key.id()));
    return levels.stream().mapToLong(CredentialReserve.Level::credentials).sum();
  }

  private CredentialGrant grant(IssueCredentials.Issued issued) {
    return world.transactions().call(() -> world.grants().find(issued.grant()).orElseThrow());
  }
}
