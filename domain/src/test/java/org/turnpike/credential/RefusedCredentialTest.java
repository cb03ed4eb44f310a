package org.turnpike.credential;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.turnpike.identity.Scope;
import org.turnpike.tenant.ApiKey;
import org.turnpike.tenant.Tenant;
import org.turnpike.world.World;

/** A relay refused what was handed out: it was revoked at Cloudflare, or its TURN key is gone. */
class RefusedCredentialTest {
  private static final String ADDRESS = "192.0.2.1";
  private static final TimeToLive HOUR = new TimeToLive(3600);
  private static final CustomIdentifier ALICE = new CustomIdentifier("alice");
  private static final CustomIdentifier BOB = new CustomIdentifier("bob");

  private final World world = new World();
  private final Tenant acme = world.samples.tenant("acme");
  private final ApiKey apiKey = world.samples.apiKey(acme.id(), Scope.CREDENTIALS);
  private final IssueCredentials issue = IssuingSamples.issueCredentials(world);

  @BeforeEach
  void a_turn_key_mints() {
    world.samples.turnKey(acme);
  }

  @Test
  void what_a_relay_refused_is_not_handed_out_again() {
    GrantId refused = issue(ALICE).grant();

    IssueCredentials.Issued other = issueInsteadOf(refused);

    assertThat(other.grant()).isNotEqualTo(refused);
    assertThat(other.source()).isEqualTo(CredentialGrant.Source.MINTED);
    assertThat(issueInsteadOf(refused).grant()).isEqualTo(other.grant());
    assertThat(issue(ALICE).grant()).isEqualTo(other.grant());
  }

  @Test
  void nor_after_a_restart() {
    GrantId refused = issue(ALICE).grant();
    world.memory.forgetAll();

    GrantId other = issueInsteadOf(refused).grant();
    world.memory.forgetAll();

    assertThat(other).isNotEqualTo(refused);
    assertThat(issue(ALICE).grant()).isEqualTo(other);
  }

  @Test
  void that_a_relay_refused_what_is_somebody_elses_changes_nothing() {
    IssueCredentials.Issued own = issue(ALICE);
    GrantId bobs = issue(BOB).grant();

    assertThat(issueInsteadOf(bobs).grant()).isEqualTo(own.grant());
    assertThat(issue(BOB).grant()).isEqualTo(bobs);
  }

  private IssueCredentials.Issued issue(CustomIdentifier identifier) {
    return issue.issue(apiKey, ADDRESS, HOUR, identifier);
  }

  private IssueCredentials.Issued issueInsteadOf(GrantId refused) {
    return issue.issue(apiKey, ADDRESS, HOUR, ALICE, refused);
  }
}
