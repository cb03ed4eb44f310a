package org.turnpike.credential;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.turnpike.identity.Scope;
import org.turnpike.tenant.ApiKey;
import org.turnpike.tenant.Tenant;
import org.turnpike.world.World;

/** The least life of what is handed out, as far as it decides how many are minted ahead. */
class SizeOfReserveTest {
  private static final Duration LEAST_LIFE = Duration.ofMinutes(10);

  private final World world = new World();
  private final Tenant acme = world.samples.tenant("acme");
  private final ApiKey apiKey = world.samples.apiKey(acme.id(), Scope.CREDENTIALS);
  private final IssueCredentials issue = IssuingSamples.issueCredentials(world);
  private final SizeReserve size = IssuingSamples.sizeReserve(world);

  @BeforeEach
  void a_turn_key_mints() {
    world.samples.turnKey(acme);
  }

  @Test
  void what_ends_too_soon_to_be_handed_out_is_not_ready() {
    issue(TimeToLive.USUAL);
    IssuingSamples.fillReserve(world).fill();
    world.clock().advance(TimeToLive.USUAL.duration().minus(LEAST_LIFE).minusSeconds(1));
    assertThat(world.transactions().call(size::ready)).hasSize(1);
    world.clock().advance(Duration.ofSeconds(1));
    assertThat(world.transactions().call(size::ready)).isEmpty();
  }

  @Test
  void none_is_wanted_of_a_life_that_would_be_too_short_when_half_of_it_is_over() {
    TimeToLive longEnough = new TimeToLive(1_200);
    issue(new TimeToLive(1_199));
    issue(longEnough);
    assertThat(world.transactions().call(size::wanted))
        .extracting(SizeReserve.Wanted::ttl)
        .containsExactly(longEnough);
  }

  private void issue(TimeToLive ttl) {
    issue.issue(apiKey, "192.0.2.1", ttl, new CustomIdentifier("alice"));
  }
}
