package org.turnpike.credential;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.turnpike.credential.CredentialGrants.Activity;
import org.turnpike.credential.CredentialGrants.Newcomers;
import org.turnpike.credential.CredentialGrants.Question;
import org.turnpike.identity.Scope;
import org.turnpike.shared.Slice;
import org.turnpike.tenant.ApiKey;
import org.turnpike.tenant.Tenant;
import org.turnpike.turnkey.TurnKey;
import org.turnpike.world.PortContract;

public abstract class CredentialGrantsContract extends PortContract {
  private static final TimeToLive HOUR = new TimeToLive(3600);
  private static final Question ANY = new Question(null, null, null, null, null);

  private final Tenant acme = samples.tenant("acme");
  private final Tenant other = samples.tenant("other");
  private final TurnKey main = samples.turnKey(acme, "main");
  private final TurnKey second = samples.turnKey(acme, "second");
  private final TurnKey theirs = samples.turnKey(other, "theirs");
  private final ApiKey ourApiKey = samples.apiKey(acme.id(), Scope.CREDENTIALS);
  private final ApiKey theirApiKey = samples.apiKey(other.id(), Scope.CREDENTIALS);
  private final Instant start = ports.clock().instant();

  @Test
  void a_grant_is_kept_as_issued_and_as_revoked() {
    CredentialGrant grant = add(main, "u", "alice");
    assertThat(find(grant)).usingRecursiveComparison().isEqualTo(grant);
    run(() -> ports.grants().find(grant.id()).orElseThrow().revoke(start));
    assertThat(find(grant).revokedAt()).isEqualTo(start);
    assertThat(call(() -> ports.grants().find(new GrantId(UUID.randomUUID())))).isEmpty();
  }

  @Test
  void a_username_is_looked_for_within_its_tenant() {
    CredentialGrant grant = add(main, "u", "alice");
    add(theirs, "v", "alice");
    assertThat(call(() -> ports.grants().findByUsername(acme.id(), "u")))
        .map(CredentialGrant::id)
        .hasValue(grant.id());
    assertThat(call(() -> ports.grants().findByUsername(acme.id(), "v"))).isEmpty();
  }

  @Test
  void several_usernames_are_looked_for_within_a_turn_key() {
    CredentialGrant first = add(main, "u", "alice");
    CredentialGrant next = add(main, "v", "alice");
    add(main, "unasked", "alice");
    add(second, "of-another-key", "alice");
    Set<String> asked = Set.of("u", "v", "of-another-key", "nobody's");
    assertThat(byUsername(asked))
        .extracting(CredentialGrant::id)
        .containsExactlyInAnyOrder(first.id(), next.id());
    assertThat(byUsername(Set.of())).isEmpty();
  }

  private Collection<CredentialGrant> byUsername(Set<String> usernames) {
    Map<String, CredentialGrant> found =
        call(() -> ports.grants().byUsername(acme.id(), main.id(), usernames));
    found.forEach((username, grant) -> assertThat(grant.username()).isEqualTo(username));
    return found.values();
  }

  @Test
  void grants_come_newest_first_a_page_at_a_time() {
    for (int i = 1; i <= 3; i++) {
      add(main, "u" + i, null);
    }
    Slice<CredentialGrant> first = call(() -> ports.grants().find(ANY, new Slice.Request(2, null)));
    Slice<CredentialGrant> rest =
        call(() -> ports.grants().find(ANY, new Slice.Request(2, first.next())));
    assertThat(first.map(CredentialGrant::username).items()).containsExactly("u3", "u2");
    assertThat(rest.map(CredentialGrant::username).items()).containsExactly("u1");
    assertThat(rest.next()).isNull();
  }

  @Test
  void or_all_that_fit_oldest_first_up_to_a_number() {
    for (int i = 1; i <= 3; i++) {
      add(main, "u" + i, null);
    }
    assertThat(all(ANY)).containsExactly("u1", "u2", "u3");
    assertThat(call(() -> ports.grants().all(ANY, 2))).hasSize(2);
  }

  @Test
  void each_criterion_narrows_and_together_they_narrow_further() {
    add(main, "first", "alice"); // issued at start, lives an hour
    add(second, "second", "alice");
    CredentialGrant revoked = add(second, "revoked", "bob");
    add(theirs, "theirs", "alice");
    run(() -> ports.grants().find(revoked.id()).orElseThrow().revoke(start));

    assertThat(all(new Question(Set.of(acme.id()), null, null, null, null)))
        .containsExactly("first", "second", "revoked");
    assertThat(all(new Question(Set.of(), null, null, null, null))).isEmpty();
    assertThat(all(new Question(null, "alice", null, null, null)))
        .containsExactly("first", "second", "theirs");
    assertThat(all(new Question(null, null, second.id(), null, null)))
        .containsExactly("second", "revoked");
    assertThat(all(new Question(null, null, null, start.plusSeconds(3600), null)))
        .as("live when the first has just expired")
        .containsExactly("second", "theirs");
    assertThat(all(new Question(null, null, null, null, start.plusSeconds(2))))
        .containsExactly("first", "second");
    assertThat(all(new Question(Set.of(acme.id()), "alice", second.id(), start, null)))
        .containsExactly("second");
  }

  @Test
  void how_much_each_key_of_a_tenant_is_used() {
    add(main, "first", null); // has expired an hour after start
    add(main, "second", null);
    CredentialGrant revoked = add(second, "revoked", null);
    add(theirs, "theirs", null);
    run(() -> ports.grants().find(revoked.id()).orElseThrow().revoke(start));
    assertThat(call(() -> ports.grants().activity(acme.id(), start.plusSeconds(3600))))
        .containsOnlyKeys(main.id(), second.id())
        .containsEntry(main.id(), new Activity(1, start.plusSeconds(1)))
        .containsEntry(second.id(), new Activity(0, start.plusSeconds(2)));
  }

  @Test
  void newcomers_are_those_who_had_none_that_lived() {
    add(main, "first", "alice");
    add(main, "again", "alice");
    add(main, "nameless", null);
    add(main, "nameless too", null);
    add(theirs, "of another", "alice");
    assertThat(newcomers())
        .containsExactlyInAnyOrder(
            new Newcomers(main.id(), HOUR, 3), new Newcomers(theirs.id(), HOUR, 1));
    ports.clock().advance(Duration.ofMinutes(5)); // a twelfth of their life
    assertThat(newcomers()).isEmpty();
    ports.clock().advance(Duration.ofMinutes(56));
    add(main, "back", "alice");
    assertThat(newcomers()).containsExactly(new Newcomers(main.id(), HOUR, 1));
  }

  private List<Newcomers> newcomers() {
    return call(() -> ports.grants().newcomers(ports.clock().instant(), 12));
  }

  @Test
  void what_expired_before_an_instant_can_be_forgotten() {
    add(main, "first", "alice");
    add(main, "second", "alice");
    int forgotten = call(() -> ports.grants().forgetExpiredBefore(start.plusSeconds(3601)));
    assertThat(forgotten).isEqualTo(1);
    assertThat(all(ANY)).containsExactly("second");
  }

  private CredentialGrant add(TurnKey key, String username, String identifier) {
    ApiKey apiKey = key.tenant().equals(acme.id()) ? ourApiKey : theirApiKey;
    CredentialGrant grant = GrantSamples.add(ports, apiKey, key, username, identifier);
    ports.clock().advance(Duration.ofSeconds(1));
    return grant;
  }

  private CredentialGrant find(CredentialGrant grant) {
    return call(() -> ports.grants().find(grant.id()).orElseThrow());
  }

  private List<String> all(Question question) {
    return call(() -> ports.grants().all(question, 100)).stream()
        .map(CredentialGrant::username)
        .toList();
  }
}
