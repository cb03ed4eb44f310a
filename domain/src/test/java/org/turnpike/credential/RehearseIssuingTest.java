package org.turnpike.credential;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.turnpike.identity.Scope;
import org.turnpike.tenant.Tenant;
import org.turnpike.world.World;

class RehearseIssuingTest {
  private final World world = new World();
  private final RehearseIssuing rehearsing = IssuingSamples.rehearseIssuing(world);

  @Test
  void without_anybody_to_serve_there_is_nothing_to_rehearse() {
    world.samples.turnKey(world.samples.tenant("acme"));
    rehearsing.rehearse();
    assertThat(grants()).isEmpty();
  }

  @Test
  void nothing_is_left_of_a_rehearsal_and_nothing_is_minted_for_it() {
    Tenant acme = world.samples.tenant("acme");
    world.samples.turnKey(acme);
    IssuingSamples.issueCredentials(world)
        .issue(
            world.samples.apiKey(acme.id(), Scope.CREDENTIALS),
            "192.0.2.1",
            TimeToLive.USUAL,
            new CustomIdentifier("newcomer"));
    IssuingSamples.fillReserve(world).fill();
    List<String> acts = world.acts();
    int minted = world.issuer.live().size();

    rehearsing.rehearse();

    assertThat(grants())
        .singleElement()
        .extracting(CredentialGrant::customIdentifier)
        .isEqualTo("newcomer");
    assertThat(world.acts()).isEqualTo(acts);
    assertThat(world.issuer.live()).hasSize(minted);
    assertThat(world.transactions().call(() -> world.reserve().levels(world.clock().instant())))
        .singleElement()
        .extracting(CredentialReserve.Level::credentials)
        .isEqualTo(1L);
  }

  private List<CredentialGrant> grants() {
    CredentialGrants.Question any = new CredentialGrants.Question(null, null, null, null, null);
    return world.transactions().call(() -> world.grants().all(any, 100));
  }
}
