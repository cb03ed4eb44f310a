package org.turnpike.credential;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.turnpike.identity.Scope;
import org.turnpike.shared.Rejected;
import org.turnpike.shared.Unavailable;
import org.turnpike.tenant.ApiKey;
import org.turnpike.tenant.Tenant;
import org.turnpike.turnkey.TurnKey;
import org.turnpike.world.World;

/** Credentials minted ahead: how many, and what becomes of those that cannot be kept. */
class FillReserveTest {
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
  void nothing_is_minted_ahead_where_nobody_asks() {
    filling.fill();
    assertThat(world.issuer.live()).isEmpty();
  }

  @Test
  void as_many_are_ready_as_newcomers_asked_lately() {
    newcomers(3);
    issue("newcomer 1");
    filling.fill();
    filling.fill();
    assertThat(level()).isEqualTo(3);
    world.clock().advance(Duration.ofHours(2));
    filling.fill();
    assertThat(level()).as("nobody is new, none is added").isEqualTo(3);
  }

  @Test
  void who_asks_for_no_identifier_is_always_a_newcomer() {
    issue.issue(apiKey, ADDRESS, DAY, null);
    issue.issue(apiKey, ADDRESS, DAY, null);
    filling.fill();
    assertThat(level()).isEqualTo(2);
  }

  @Test
  void a_failure_with_one_key_keeps_none_from_the_others_and_is_told() {
    newcomers(1);
    world.issuer.failMintingWith(away);
    assertThatThrownBy(filling::fill).isSameAs(away);
    world.issuer.failMintingWith(null);
    filling.fill();
    assertThat(level()).isEqualTo(1);
  }

  @Test
  void what_could_not_be_kept_is_revoked() {
    newcomers(1);
    int minted = world.issuer.live().size();
    IllegalStateException broken = new IllegalStateException("disk full");
    world.issuer.whileMinting(() -> world.transactions().failNextCommit(broken));
    assertThatThrownBy(filling::fill).isSameAs(broken);
    assertThat(world.issuer.live()).hasSize(minted);
    assertThat(level()).isZero();
  }

  @Test
  void what_was_minted_ahead_for_a_key_retired_meanwhile_is_revoked_and_not_kept() {
    newcomers(1);
    int minted = world.issuer.live().size();
    world.issuer.whileMinting(
        () ->
            world
                .transactions()
                .run(
                    () ->
                        world
                            .turnKeys()
                            .find(key.id())
                            .orElseThrow()
                            .drain(world.clock().instant())));
    assertThatThrownBy(filling::fill).isInstanceOf(Rejected.class);
    assertThat(world.issuer.live()).hasSize(minted);
    assertThat(level()).isZero();
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
}
