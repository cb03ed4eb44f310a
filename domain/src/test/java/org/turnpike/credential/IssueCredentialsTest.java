package org.turnpike.credential;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.turnpike.world.Refusals.assertRefused;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.turnpike.audit.AuditEntry;
import org.turnpike.audit.AuditTrail;
import org.turnpike.identity.RandomToken;
import org.turnpike.identity.Scope;
import org.turnpike.shared.Rejected;
import org.turnpike.shared.Slice;
import org.turnpike.shared.Unavailable;
import org.turnpike.tenant.ApiKey;
import org.turnpike.tenant.IssueApiKey;
import org.turnpike.tenant.Tenant;
import org.turnpike.tenant.TenantSamples;
import org.turnpike.turnkey.TurnKey;
import org.turnpike.world.World;

class IssueCredentialsTest {
  private static final String ADDRESS = "192.0.2.1";
  private static final TimeToLive HOUR = new TimeToLive(3600);
  private static final CustomIdentifier ALICE = new CustomIdentifier("alice");

  private final World world = new World();
  private final Tenant acme = world.samples.tenant("acme");
  private final TurnKey key = world.samples.turnKey(acme);
  private final ApiKey apiKey = world.samples.apiKey(acme.id(), Scope.CREDENTIALS);
  private final IssueCredentials issue = IssuingSamples.issueCredentials(world);

  @Test
  void ice_servers_come_with_the_life_that_is_left() {
    Instant asked = world.clock().instant();
    world.issuer.whileMinting(() -> world.clock().advance(Duration.ofSeconds(2)));
    IssueCredentials.Issued issued = issue();
    assertThat(issued.iceServers()).hasSize(2);
    assertThat(issued.expiresAt()).isEqualTo(asked.plusSeconds(3600));
    assertThat(issued.ttl()).isEqualTo(Duration.ofSeconds(3598));
    assertThat(issued.refreshAfter()).isEqualTo(asked.plusSeconds(2880));
    assertThat(issued.source()).isEqualTo(CredentialGrant.Source.MINTED);
  }

  @Test
  void a_grant_and_an_audit_entry_record_it_and_neither_knows_the_password() {
    IssueCredentials.Issued issued = issue();
    CredentialGrant grant =
        world.transactions().call(() -> world.grants().find(issued.grant()).orElseThrow());
    assertThat(grant.username()).isEqualTo(issued.iceServers().get(1).username());
    assertThat(grant.tenant()).isEqualTo(acme.id());
    assertThat(grant.turnKey()).isEqualTo(key.id());
    assertThat(grant.apiKey()).isEqualTo(apiKey.id().value());
    assertThat(grant.customIdentifier()).isEqualTo("alice");
    assertThat(grant.address()).isEqualTo(ADDRESS);
    assertThat(grant.isLive(grant.expiresAt().minusNanos(1))).isTrue();
    assertThat(grant.isLive(grant.expiresAt())).isFalse();
    assertThat(world.acts()).contains("credential.issued");
    assertThat(audited()).noneMatch(text -> text.contains("alice") || text.contains("password"));
  }

  @Test
  void an_operators_key_does_not_mint() {
    new IssueApiKey(
            world.apiKeys(),
            world.tenants(),
            world.audit(),
            world.epoch(),
            world.transactions(),
            world.clock())
        .ensureFirstOperatorKey(RandomToken.random(ApiKey.PREFIX));
    ApiKey operators = world.transactions().call(() -> world.apiKeys().of(null)).get(0);
    assertRefused(Rejected.Reason.FORBIDDEN, () -> issue.issue(operators, ADDRESS, HOUR, ALICE));
  }

  @Test
  void a_key_without_the_scope_does_not_mint() {
    ApiKey reading = world.samples.apiKey(acme.id(), Scope.USAGE);
    assertRefused(Rejected.Reason.FORBIDDEN, () -> issue.issue(reading, ADDRESS, HOUR, ALICE));
    assertThat(world.issuer.live()).isEmpty();
  }

  @Test
  void a_suspended_tenant_gets_nothing() {
    TenantSamples.become(world, acme, Tenant.Status.SUSPENDED);
    assertRefused(Rejected.Reason.FORBIDDEN, this::issue);
    assertThat(world.issuer.revoked()).isEmpty();
  }

  @Test
  void a_tenant_suspended_during_the_minting_gets_nothing_and_the_credential_is_revoked() {
    world.issuer.whileMinting(() -> TenantSamples.become(world, acme, Tenant.Status.SUSPENDED));
    assertRefused(Rejected.Reason.FORBIDDEN, this::issue);
    assertNothingLives();
    world.issuer.whileMinting(() -> {});
    assertRefused(Rejected.Reason.FORBIDDEN, this::issue);
    assertThat(world.issuer.revoked()).as("minted since").hasSize(1);
  }

  @Test
  void a_key_retired_during_the_minting_hands_out_nothing() {
    world.issuer.whileMinting(() -> drain(key));
    assertRefused(Rejected.Reason.CONFLICT, this::issue);
    assertNothingLives();
  }

  @Test
  void where_another_key_is_active_it_mints_instead_of_the_one_retired() {
    world.clock().advance(Duration.ofSeconds(1));
    TurnKey newer = world.samples.turnKey(acme);
    world.issuer.whileMinting(
        () -> {
          world.issuer.whileMinting(() -> {});
          drain(newer);
        });
    assertThat(issue().source()).isEqualTo(CredentialGrant.Source.MINTED);
    assertThat(grants()).singleElement().extracting(CredentialGrant::turnKey).isEqualTo(key.id());
    assertThat(world.issuer.revoked()).hasSize(1);
  }

  private void drain(TurnKey retired) {
    world
        .transactions()
        .run(
            () -> world.turnKeys().find(retired.id()).orElseThrow().drain(world.clock().instant()));
  }

  @Test
  void what_could_not_be_recorded_is_not_handed_out_and_is_revoked() {
    world.issuer.whileMinting(
        () -> world.transactions().failNextCommit(new IllegalStateException("disk full")));
    assertThatThrownBy(this::issue).hasMessage("disk full");
    assertNothingLives();
    assertThat(world.acts()).doesNotContain("credential.issued");
  }

  @Test
  void that_it_could_not_even_be_revoked_is_told_beside_the_reason() {
    IllegalStateException reason = new IllegalStateException("disk full");
    Unavailable away = new Unavailable("Away.", Duration.ofSeconds(1));
    world.issuer.whileMinting(() -> world.transactions().failNextCommit(reason));
    world.issuer.failRevokingWith(away);
    assertThatThrownBy(this::issue).isSameAs(reason).hasSuppressedException(away);
  }

  @Test
  void when_cloudflare_is_away_nothing_is_recorded() {
    world.issuer.failMintingWith(new Unavailable("Away.", Duration.ofSeconds(1)));
    assertThatThrownBy(this::issue).isInstanceOf(Unavailable.class);
    assertThat(grants()).isEmpty();
  }

  @Test
  void an_api_key_revoked_during_the_minting_gets_nothing() {
    world.issuer.whileMinting(
        () -> world.transactions().run(() -> TenantSamples.revoke(world, apiKey)));
    assertRefused(Rejected.Reason.FORBIDDEN, this::issue);
    assertNothingLives();
  }

  private IssueCredentials.Issued issue() {
    return issue.issue(apiKey, ADDRESS, HOUR, ALICE);
  }

  private void assertNothingLives() {
    assertThat(world.issuer.live()).isEmpty();
    assertThat(world.issuer.revoked()).hasSize(1);
    assertThat(grants()).isEmpty();
  }

  private List<CredentialGrant> grants() {
    CredentialGrants.Question any = new CredentialGrants.Question(null, null, null, null, null);
    return world.transactions().call(() -> world.grants().all(any, 100));
  }

  private List<String> audited() {
    AuditTrail.Question any = new AuditTrail.Question(null, null, null, null);
    return world
        .transactions()
        .call(() -> world.audit().find(any, Slice.Request.first()))
        .items()
        .stream()
        .map((AuditEntry entry) -> entry.subject() + entry.detail())
        .toList();
  }
}
