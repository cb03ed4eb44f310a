package org.turnpike.console.relay;

import static org.assertj.core.api.Assertions.assertThat;
import static org.turnpike.world.Refusals.assertInvalid;
import static org.turnpike.world.Refusals.assertRefused;

import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.turnpike.credential.CredentialGrant;
import org.turnpike.credential.GrantSamples;
import org.turnpike.credential.RevokeCredentials;
import org.turnpike.credential.SeeGrants;
import org.turnpike.identity.Caller;
import org.turnpike.identity.Scope;
import org.turnpike.shared.Rejected;
import org.turnpike.shared.Slice;
import org.turnpike.tenant.ApiKey;
import org.turnpike.tenant.IssueApiKey;
import org.turnpike.tenant.Tenant;
import org.turnpike.turnkey.ProvisionTurnKey;
import org.turnpike.turnkey.TurnKey;
import org.turnpike.world.Callers;
import org.turnpike.world.World;

class GrantRowsTest {
  private static final GrantSearch.Question ALL = new GrantSearch.Question(null, false, null);

  private final World world = new World();
  private final Tenant harbour = world.samples.tenant("harbour");
  private final TurnKey key = world.samples.turnKey(harbour, "production");
  private final ApiKey apiKey = world.samples.apiKey(harbour.id(), Scope.CREDENTIALS);
  private final GrantRows rows =
      new GrantRows(
          new SeeGrants(world.grants(), world.transactions(), world.clock()),
          new ProvisionTurnKey(
              world.turnKeys(),
              world.tenants(),
              world.accounts(),
              world.provider,
              world.audit(),
              world.transactions(),
              world.clock()),
          new IssueApiKey(
              world.apiKeys(),
              world.tenants(),
              world.audit(),
              world.epoch(),
              world.transactions(),
              world.clock()));

  @Test
  void a_row_says_who_got_one_when_from_where_and_what_served_it() {
    CredentialGrant grant = issue("alice");

    assertThat(find(Callers.adminOf(harbour), GrantSearch.Question.LIVE).items())
        .containsExactly(
            new GrantRow(
                grant.id().toString(),
                "alice",
                "minted",
                "production",
                "backend",
                "192.0.2.1",
                grant.issuedAt(),
                grant.expiresAt(),
                null));
  }

  @Test
  void what_ended_is_left_out_until_one_asks_for_it() {
    CredentialGrant revoked = issue("carol");
    issue("alice");
    revoke(revoked);
    world.clock().advance(Duration.ofHours(1));
    issue("bob");

    assertThat(shown(GrantSearch.Question.LIVE)).containsExactly("bob Live");
    assertThat(shown(ALL)).containsExactly("bob Live", "alice Expired", "carol Revoked");
  }

  @Test
  void one_that_was_revoked_ended_then() {
    CredentialGrant grant = issue("alice");
    GrantRow live = find(Callers.operator(), ALL).items().get(0);
    revoke(grant);
    GrantRow revoked = find(Callers.operator(), ALL).items().get(0);

    assertThat(live.endsAt()).isEqualTo(grant.expiresAt());
    assertThat(revoked.endsAt()).isEqualTo(world.clock().instant());
  }

  @Test
  void an_identifier_is_found_when_it_is_the_whole_one() {
    issue("alice");
    issue("alice-2");

    assertThat(shown(new GrantSearch.Question("alice", true, null))).containsExactly("alice Live");
    assertThat(shown(new GrantSearch.Question("ali", true, null))).isEmpty();
    assertInvalid("customIdentifier", () -> shown(new GrantSearch.Question("a\u0007", true, null)));
  }

  @Test
  void they_come_newest_first_a_page_at_a_time() {
    issue("alice");
    for (int i = 0; i < Slice.USUAL; i++) {
      issue("bob");
    }

    Slice<GrantRow> newest = find(Callers.operator(), ALL);

    assertThat(newest.items()).hasSize(Slice.USUAL);
    assertThat(shown(ALL.from(newest.next()))).containsExactly("alice Live");
  }

  @Test
  void they_are_one_tenant_s_even_for_those_who_see_all() {
    Tenant other = world.samples.tenant("other");
    ApiKey theirs = world.samples.apiKey(other.id(), Scope.CREDENTIALS);
    GrantSamples.add(world, theirs, world.samples.turnKey(other), "theirs", "carol");
    issue("alice");

    assertThat(shown(ALL)).containsExactly("alice Live");
  }

  @Test
  void finance_and_viewers_are_refused() {
    assertRefused(Rejected.Reason.FORBIDDEN, () -> find(Callers.finance(), ALL));
    assertRefused(Rejected.Reason.FORBIDDEN, () -> find(Callers.viewerOf(harbour), ALL));
  }

  private List<String> shown(GrantSearch.Question question) {
    return find(Callers.operator(), question)
        .map(row -> row.customIdentifier() + " " + row.state(world.clock().instant()))
        .items();
  }

  private Slice<GrantRow> find(Caller caller, GrantSearch.Question question) {
    return rows.find(caller, harbour.id(), question);
  }

  private CredentialGrant issue(String identifier) {
    world.clock().advance(Duration.ofSeconds(1));
    return GrantSamples.add(world, apiKey, key, "user of " + identifier, identifier);
  }

  private void revoke(CredentialGrant grant) {
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
            world.clock())
        .revoke(Callers.operator(), grant.id());
  }
}
