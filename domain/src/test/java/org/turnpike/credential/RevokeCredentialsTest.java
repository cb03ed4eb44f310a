package org.turnpike.credential;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.turnpike.world.Refusals.assertRefused;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.turnpike.identity.Scope;
import org.turnpike.shared.Rejected;
import org.turnpike.shared.Unavailable;
import org.turnpike.tenant.ApiKey;
import org.turnpike.tenant.Tenant;
import org.turnpike.turnkey.TurnKey;
import org.turnpike.world.Callers;
import org.turnpike.world.World;

class RevokeCredentialsTest {
  private final World world = new World();
  private final Tenant acme = world.samples.tenant("acme");
  private final TurnKey key = world.samples.turnKey(acme);
  private final ApiKey apiKey = world.samples.apiKey(acme.id(), Scope.CREDENTIALS);
  private final RevokeCredentials revoke =
      new RevokeCredentials(
          world.grants(),
          world.held(),
          world.reserve(),
          world.memory,
          world.turnKeys(),
          world.accounts(),
          world.issuer,
          world.provider,
          world.audit(),
          world.epoch(),
          world.transactions(),
          world.pause,
          world.clock());

  @Test
  void a_credential_is_revoked_at_cloudflare_and_its_grant_says_when() {
    CredentialGrant grant = grant("one");
    revoke.revoke(Callers.adminOf(acme), grant.id());
    assertThat(world.issuer.revoked()).containsExactly("one");
    assertThat(kept(grant).revokedAt()).isEqualTo(world.clock().instant());
    assertThat(world.acts()).contains("credential.revoked");
  }

  @Test
  void one_that_is_over_already_stays_as_it_is() {
    CredentialGrant grant = grant("one");
    revoke.revoke(Callers.adminOf(acme), grant.id());
    Instant first = kept(grant).revokedAt();
    world.clock().advance(Duration.ofSeconds(1));
    revoke.revoke(Callers.adminOf(acme), grant.id());
    CredentialGrant expired = grant("two");
    world.clock().advance(Duration.ofHours(1));
    revoke.revoke(Callers.adminOf(acme), expired.id());
    assertThat(kept(grant).revokedAt()).isEqualTo(first);
    assertThat(kept(expired).revokedAt()).isNull();
    assertThat(world.issuer.revoked()).containsExactly("one");
  }

  @Test
  void a_credential_that_cloudflare_could_not_revoke_stays_live_in_our_books() {
    CredentialGrant grant = grant("one");
    world.issuer.failRevokingWith(new Unavailable("Away.", Duration.ofSeconds(1)));
    assertThatThrownBy(() -> revoke.revoke(Callers.adminOf(acme), grant.id()))
        .isInstanceOf(Unavailable.class);
    assertThat(kept(grant).isLive(world.clock().instant())).isTrue();
  }

  @Test
  void another_tenant_s_grant_is_not_there_and_one_s_own_needs_the_scope() {
    CredentialGrant grant = grant("one");
    Tenant other = world.samples.tenant("other");
    assertRefused(
        Rejected.Reason.NOT_FOUND, () -> revoke.revoke(Callers.adminOf(other), grant.id()));
    assertRefused(
        Rejected.Reason.FORBIDDEN, () -> revoke.revoke(Callers.viewerOf(acme), grant.id()));
    assertRefused(Rejected.Reason.FORBIDDEN, () -> revoke.revoke(Callers.finance(), grant.id()));
    assertRefused(
        Rejected.Reason.NOT_FOUND,
        () -> revoke.revoke(Callers.operator(), new GrantId(UUID.randomUUID())));
  }

  @Test
  void retiring_a_key_revokes_what_lives_then_deletes_it_at_cloudflare() {
    CredentialGrant expired = grant("expired");
    world.clock().advance(Duration.ofHours(1));
    CredentialGrant live = grant("live");
    world.provider.hold(key.uid(), key.secret());
    long epoch = world.transactions().call(world.epoch()::current);

    Instant began = world.clock().instant();
    TurnKey retired = revoke.retire(Callers.adminOf(acme), acme.id(), key.id());

    assertThat(retired.state()).isEqualTo(TurnKey.State.RETIRED);
    assertThat(retired.drainingSince()).isEqualTo(began);
    assertThat(world.issuer.revoked()).containsExactly("live");
    assertThat(kept(live).revokedAt()).isNotNull();
    assertThat(kept(expired).revokedAt()).isNull();
    assertThat(world.provider.names()).doesNotContainKey(key.uid());
    assertThat(world.transactions().call(world.epoch()::current)).isGreaterThan(epoch);
    assertThat(world.acts()).contains("turn-key.draining", "turn-key.deleted");
  }

  @Test
  void a_key_is_deleted_only_when_what_was_being_minted_has_been_revoked() {
    world.provider.hold(key.uid(), key.secret());
    IssueCredentials issue = IssuingSamples.issueCredentials(world);
    world.issuer.whileMinting(
        () -> {
          drainOnAnotherNode();
          assertThat(world.provider.names()).containsKey(key.uid());
        });
    world.pause.meanwhile(
        () -> assertThat(world.provider.names()).as("while it waits").containsKey(key.uid()));
    Instant began = world.clock().instant();
    assertRefused(
        Rejected.Reason.CONFLICT,
        () -> issue.issue(apiKey, "192.0.2.1", TimeToLive.USUAL, new CustomIdentifier("alice")));
    assertThat(world.issuer.live()).isEmpty();
    assertThat(world.issuer.revoked()).hasSize(1);

    revoke.retire(Callers.adminOf(acme), acme.id(), key.id());

    assertThat(world.provider.names()).doesNotContainKey(key.uid());
    assertThat(world.clock().instant()).isAfter(began.plus(world.issuer.longestMinting()));
  }

  @Test
  void one_that_has_been_draining_for_long_is_deleted_at_once() {
    drainOnAnotherNode();
    world.clock().advance(Duration.ofHours(1));
    Instant began = world.clock().instant();
    revoke.retire(Callers.adminOf(acme), acme.id(), key.id());
    assertThat(world.clock().instant()).isEqualTo(began);
  }

  @Test
  void that_a_credential_is_revoked_is_told_to_all_and_that_a_key_drains_too() {
    CredentialGrant grant = grant("one");
    long before = epoch();
    revoke.revoke(Callers.adminOf(acme), grant.id());
    assertThat(epoch()).isEqualTo(before + 1);
    revoke.retire(Callers.adminOf(acme), acme.id(), key.id());
    assertThat(epoch()).as("though none of its credentials lives").isEqualTo(before + 2);
  }

  @Test
  void what_was_revoked_is_not_handed_out_again() {
    IssueCredentials issue = IssuingSamples.issueCredentials(world);
    GrantId first = issueToAlice(issue).grant();
    revoke.revoke(Callers.adminOf(acme), first);
    assertThat(issueToAlice(issue).grant()).isNotEqualTo(first);
    revoke.retire(Callers.adminOf(acme), acme.id(), key.id());
    assertRefused(Rejected.Reason.CONFLICT, () -> issueToAlice(issue));
  }

  @Test
  void what_was_minted_ahead_with_a_key_goes_with_it() {
    issueToAlice(IssuingSamples.issueCredentials(world));
    IssuingSamples.fillReserve(world).fill();
    assertThat(inReserve()).hasSize(1);
    revoke.retire(Callers.adminOf(acme), acme.id(), key.id());
    assertThat(inReserve()).isEmpty();
  }

  @Test
  void more_than_one_batch_is_revoked() {
    for (int i = 0; i < 501; i++) {
      grant("user " + i);
    }
    revoke.retire(Callers.adminOf(acme), acme.id(), key.id());
    assertThat(world.issuer.revoked()).hasSize(501).doesNotHaveDuplicates();
  }

  @Test
  void a_key_whose_retirement_was_cut_short_mints_no_more_and_is_retired_by_the_next_call() {
    grant("one");
    grant("two");
    world.issuer.failRevokingWith(new Unavailable("Away.", Duration.ofSeconds(1)));
    assertThatThrownBy(() -> revoke.retire(Callers.adminOf(acme), acme.id(), key.id()))
        .isInstanceOf(Unavailable.class);
    assertThat(keptKey().state()).isEqualTo(TurnKey.State.DRAINING);

    world.issuer.failRevokingWith(null);
    revoke.retire(Callers.adminOf(acme), acme.id(), key.id());
    assertThat(keptKey().state()).isEqualTo(TurnKey.State.RETIRED);
    assertThat(world.issuer.revoked()).containsExactly("one", "two");
  }

  @Test
  void a_key_is_retired_once_by_those_who_manage_it() {
    Tenant other = world.samples.tenant("other");
    assertRefused(
        Rejected.Reason.NOT_FOUND,
        () -> revoke.retire(Callers.adminOf(other), other.id(), key.id()));
    assertRefused(
        Rejected.Reason.NOT_FOUND,
        () -> revoke.retire(Callers.adminOf(other), acme.id(), key.id()));
    assertRefused(
        Rejected.Reason.FORBIDDEN,
        () -> revoke.retire(Callers.viewerOf(acme), acme.id(), key.id()));
    revoke.retire(Callers.adminOf(acme), acme.id(), key.id());
    assertRefused(
        Rejected.Reason.CONFLICT, () -> revoke.retire(Callers.adminOf(acme), acme.id(), key.id()));
  }

  private IssueCredentials.Issued issueToAlice(IssueCredentials issue) {
    return issue.issue(apiKey, "192.0.2.1", TimeToLive.USUAL, new CustomIdentifier("alice"));
  }

  private List<CredentialReserve.Level> inReserve() {
    return world.transactions().call(() -> world.reserve().levels(world.clock().instant()));
  }

  private long epoch() {
    return world.transactions().call(world.epoch()::current);
  }

  private CredentialGrant grant(String username) {
    return GrantSamples.add(world, apiKey, key, username, null);
  }

  private void drainOnAnotherNode() {
    world
        .transactions()
        .run(() -> world.turnKeys().find(key.id()).orElseThrow().drain(world.clock().instant()));
  }

  private CredentialGrant kept(CredentialGrant grant) {
    return world.transactions().call(() -> world.grants().find(grant.id()).orElseThrow());
  }

  private TurnKey keptKey() {
    return world.transactions().call(() -> world.turnKeys().find(key.id()).orElseThrow());
  }
}
