package org.turnpike.tenant;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalStateException;
import static org.turnpike.world.Refusals.assertInvalid;
import static org.turnpike.world.Refusals.assertRefused;

import java.time.Instant;
import java.util.EnumSet;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.turnpike.identity.Caller;
import org.turnpike.identity.RandomToken;
import org.turnpike.identity.Scope;
import org.turnpike.shared.Rejected;
import org.turnpike.shared.Secret;
import org.turnpike.shared.TenantId;
import org.turnpike.world.Callers;
import org.turnpike.world.World;

class IssueApiKeyTest {
  private static final Scopes MINTING = new Scopes(EnumSet.of(Scope.CREDENTIALS));

  private final World world = new World();
  private final Tenant acme = world.samples.tenant("acme");
  private final IssueApiKey issue =
      new IssueApiKey(
          world.apiKeys(),
          world.tenants(),
          world.audit(),
          world.epoch(),
          world.transactions(),
          world.clock());

  @Test
  void the_key_is_shown_once_and_kept_as_its_hash() {
    IssueApiKey.Issued issued = issue(Callers.adminOf(acme), MINTING);
    assertThat(issued.key().reveal()).startsWith("tpk_").hasSizeGreaterThan(40);
    assertThat(issued.apiKey().hint()).isEqualTo(issued.key().reveal().substring(0, 8));
    assertThat(find(issued))
        .usingRecursiveAssertion()
        .allFieldsSatisfy(field -> !issued.key().reveal().equals(field));
    assertThat(world.acts()).containsExactly("api-key.issued");
  }

  @Test
  void a_tenant_s_key_is_found_in_its_list_alone() {
    IssueApiKey.Issued issued = issue(Callers.adminOf(acme), MINTING);
    Tenant other = world.samples.tenant("other");
    assertThat(issue.list(Callers.adminOf(acme), acme.id()))
        .extracting(ApiKey::id)
        .containsExactly(issued.apiKey().id());
    assertThat(issue.list(Callers.operator(), other.id())).isEmpty();
    assertRefused(Rejected.Reason.NOT_FOUND, () -> issue.list(Callers.adminOf(other), acme.id()));
  }

  @Test
  void a_key_may_be_limited_from_the_start() {
    LimitChange limits = LimitChange.to(3_600, 600, 50);
    ApiKey key =
        issue
            .issue(Callers.adminOf(acme), acme.id(), "n", MINTING, Networks.ANYWHERE, null, limits)
            .apiKey();
    assertThat(key.maxTtl()).isEqualTo(3_600);
    assertThat(key.callLimit()).isEqualTo(new CallLimit(600, 50));
    assertInvalid(
        "burst",
        () ->
            issue.issue(
                Callers.adminOf(acme),
                acme.id(),
                "n",
                MINTING,
                Networks.ANYWHERE,
                null,
                LimitChange.to(null, null, 50)));
  }

  @Test
  void nobody_issues_more_than_he_has() {
    Caller withKeysAlone = Caller.of(Callers.operator().actor(), acme.id(), EnumSet.of(Scope.KEYS));
    assertRefused(Rejected.Reason.FORBIDDEN, () -> issue(withKeysAlone, MINTING));
    assertRefused(Rejected.Reason.FORBIDDEN, () -> issue(Callers.viewerOf(acme), MINTING));
    assertInvalid("scopes", () -> issue(Callers.operator(), new Scopes(EnumSet.of(Scope.ADMIN))));
  }

  @Test
  void a_key_needs_a_name_a_scope_and_an_expiry_ahead() {
    Caller admin = Callers.adminOf(acme);
    Instant now = world.clock().instant();
    for (String name : new String[] {null, " ", "x".repeat(101), "a\u0000b"}) {
      assertInvalid(
          "name",
          () ->
              issue.issue(
                  admin, acme.id(), name, MINTING, Networks.ANYWHERE, null, LimitChange.NONE));
    }
    assertInvalid("scopes", () -> new Scopes(EnumSet.noneOf(Scope.class)));
    assertInvalid("scopes", () -> Scopes.named(List.of("credentials", "everything")));
    for (Instant expiry : new Instant[] {now, now.minusSeconds(1), Instant.MAX}) {
      assertInvalid(
          "expiresAt",
          () ->
              issue.issue(
                  admin, acme.id(), "n", MINTING, Networks.ANYWHERE, expiry, LimitChange.NONE));
    }
  }

  @Test
  void a_revoked_key_stays_in_the_list_and_moves_the_epoch() {
    IssueApiKey.Issued issued = issue(Callers.adminOf(acme), MINTING);
    long before = world.transactions().call(world.epoch()::current);
    issue.revoke(Callers.adminOf(acme), acme.id(), issued.apiKey().id());
    assertThat(find(issued).isLive(world.clock().instant())).isFalse();
    assertThat(world.transactions().call(world.epoch()::current)).isGreaterThan(before);
    assertThat(world.acts()).contains("api-key.revoked");
  }

  @Test
  void the_instant_of_the_first_revocation_stays() {
    IssueApiKey.Issued issued = issue(Callers.adminOf(acme), MINTING);
    issue.revoke(Callers.adminOf(acme), acme.id(), issued.apiKey().id());
    Instant first = find(issued).revokedAt();
    world.clock().advance(java.time.Duration.ofHours(1));
    issue.revoke(Callers.adminOf(acme), acme.id(), issued.apiKey().id());
    assertThat(find(issued).revokedAt()).isEqualTo(first);
  }

  @Test
  void another_tenant_s_key_is_not_there_to_revoke() {
    IssueApiKey.Issued issued = issue(Callers.adminOf(acme), MINTING);
    Tenant other = world.samples.tenant("other");
    assertRefused(
        Rejected.Reason.NOT_FOUND,
        () -> issue.revoke(Callers.adminOf(other), other.id(), issued.apiKey().id()));
    assertRefused(
        Rejected.Reason.NOT_FOUND,
        () -> issue.revoke(Callers.operator(), other.id(), issued.apiKey().id()));
    assertThat(find(issued).revokedAt()).isNull();
  }

  @Test
  void a_key_expires_at_its_instant() {
    Instant expiry = world.clock().instant().plusSeconds(60);
    ApiKey key =
        issue
            .issue(
                Callers.adminOf(acme),
                acme.id(),
                "n",
                MINTING,
                Networks.ANYWHERE,
                expiry,
                LimitChange.NONE)
            .apiKey();
    assertThat(key.isLive(expiry.minusNanos(1))).isTrue();
    assertThat(key.isLive(expiry)).isFalse();
  }

  @Test
  void the_first_operator_key_of_the_settings_is_kept_once() {
    Secret key = RandomToken.random(ApiKey.PREFIX);
    issue.ensureFirstOperatorKey(key);
    issue.ensureFirstOperatorKey(RandomToken.random(ApiKey.PREFIX));
    List<ApiKey> operators = world.transactions().call(() -> world.apiKeys().of(null));
    assertThat(operators).hasSize(1);
    assertThat(operators.get(0).caller(null).mayEverywhere(Scope.ADMIN)).isTrue();
  }

  @Test
  void an_operator_key_of_the_settings_that_could_never_open_anything_stops_the_start() {
    for (String text : new String[] {"abc", "tpk_short", "key_" + "x".repeat(43)}) {
      assertThatIllegalStateException()
          .isThrownBy(() -> issue.ensureFirstOperatorKey(Secret.of(text)))
          .withMessageContaining("turnpike.operator.api.key")
          .withMessageNotContaining(text);
    }
  }

  @Test
  void a_tenant_that_is_not_there_gets_no_key() {
    assertRefused(
        Rejected.Reason.NOT_FOUND,
        () ->
            issue.issue(
                Callers.operator(),
                new TenantId(UUID.randomUUID()),
                "n",
                MINTING,
                Networks.ANYWHERE,
                null,
                LimitChange.NONE));
  }

  private IssueApiKey.Issued issue(Caller caller, Scopes scopes) {
    return issue.issue(
        caller, acme.id(), "backend", scopes, Networks.ANYWHERE, null, LimitChange.NONE);
  }

  private ApiKey find(IssueApiKey.Issued issued) {
    return world
        .transactions()
        .call(() -> world.apiKeys().find(issued.apiKey().id()).orElseThrow());
  }
}
