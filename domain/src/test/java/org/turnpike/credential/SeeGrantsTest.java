package org.turnpike.credential;

import static org.assertj.core.api.Assertions.assertThat;
import static org.turnpike.world.Refusals.assertInvalid;
import static org.turnpike.world.Refusals.assertRefused;

import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.turnpike.identity.Caller;
import org.turnpike.identity.Scope;
import org.turnpike.shared.Rejected;
import org.turnpike.shared.Slice;
import org.turnpike.tenant.ApiKey;
import org.turnpike.tenant.Tenant;
import org.turnpike.turnkey.TurnKey;
import org.turnpike.world.Callers;
import org.turnpike.world.World;

class SeeGrantsTest {
  private final World world = new World();
  private final Tenant acme = world.samples.tenant("acme");
  private final TurnKey key = world.samples.turnKey(acme);
  private final ApiKey apiKey = world.samples.apiKey(acme.id(), Scope.CREDENTIALS);
  private final SeeGrants see = new SeeGrants(world.grants(), world.transactions(), world.clock());

  @Test
  void grants_of_one_s_reach_are_listed_newest_first_a_page_at_a_time() {
    add("first", "alice");
    add("second", "bob");
    add("third", "alice");
    Slice<CredentialGrant> page =
        see.list(Callers.adminOf(acme), null, false, new Slice.Request(2, null));
    assertThat(page.items())
        .extracting(CredentialGrant::username)
        .containsExactly("third", "second");
    assertThat(
            see.list(Callers.adminOf(acme), null, false, new Slice.Request(2, page.next())).items())
        .extracting(CredentialGrant::username)
        .containsExactly("first");
    assertThat(usernames(Callers.adminOf(world.samples.tenant("other")), null, false)).isEmpty();
  }

  @Test
  void they_are_found_by_identifier_and_by_being_alive() {
    add("first", "alice");
    world.clock().advance(Duration.ofHours(1));
    add("second", "alice");
    add("third", null);
    assertThat(usernames(Callers.operator(), "alice", false)).containsExactly("second", "first");
    assertThat(usernames(Callers.operator(), "alice", true)).containsExactly("second");
    assertInvalid("customIdentifier", () -> usernames(Callers.operator(), "a\u0000", false));
  }

  @Test
  void those_of_one_tenant_are_seen_alone_by_whoever_may_see_them() {
    Tenant other = world.samples.tenant("other");
    ApiKey theirApiKey = world.samples.apiKey(other.id(), Scope.CREDENTIALS);
    add("ours", "alice");
    GrantSamples.add(world, theirApiKey, world.samples.turnKey(other), "theirs", "alice");
    assertThat(usernamesOf(acme, Callers.operator())).containsExactly("ours");
    assertThat(usernamesOf(acme, Callers.adminOf(acme))).containsExactly("ours");
    assertRefused(Rejected.Reason.NOT_FOUND, () -> usernamesOf(other, Callers.adminOf(acme)));
    assertRefused(Rejected.Reason.FORBIDDEN, () -> usernamesOf(acme, Callers.viewerOf(acme)));
    assertRefused(Rejected.Reason.FORBIDDEN, () -> usernamesOf(acme, Callers.finance()));
  }

  @Test
  void finance_and_viewers_see_no_grants() {
    assertRefused(Rejected.Reason.FORBIDDEN, () -> usernames(Callers.finance(), null, false));
    assertRefused(Rejected.Reason.FORBIDDEN, () -> usernames(Callers.viewerOf(acme), null, false));
  }

  @Test
  void how_much_a_key_is_used_may_be_seen_by_all_who_see_usage() {
    add("first", "alice");
    world.clock().advance(Duration.ofHours(1));
    add("second", "bob");
    assertThat(see.activity(Callers.viewerOf(acme), acme.id()))
        .containsOnlyKeys(key.id())
        .containsValue(new CredentialGrants.Activity(1, world.clock().instant().minusSeconds(1)));
  }

  @Test
  void grants_are_forgotten_when_their_retention_is_over() {
    add("first", "alice");
    ForgetGrants forget =
        new ForgetGrants(
            world.grants(),
            world.held(),
            world.reserve(),
            world.transactions(),
            world.settings(),
            world.clock());
    world.clock().advance(Duration.ofDays(90));
    assertThat(forget.forget()).isZero();
    world.clock().advance(Duration.ofHours(1));
    assertThat(forget.forget()).isEqualTo(1);
    assertThat(usernames(Callers.operator(), null, false)).isEmpty();
  }

  private void add(String username, String identifier) {
    GrantSamples.add(world, apiKey, key, username, identifier);
    world.clock().advance(Duration.ofSeconds(1));
  }

  private List<String> usernamesOf(Tenant tenant, Caller caller) {
    return see.list(caller, tenant.id(), "alice", true, Slice.Request.first())
        .map(CredentialGrant::username)
        .items();
  }

  private List<String> usernames(Caller caller, String identifier, boolean liveOnly) {
    return see.list(caller, identifier, liveOnly, Slice.Request.first())
        .map(CredentialGrant::username)
        .items();
  }
}
