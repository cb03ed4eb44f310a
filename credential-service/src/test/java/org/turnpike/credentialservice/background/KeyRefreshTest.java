package org.turnpike.credentialservice.background;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.turnpike.credential.CredentialGrant;
import org.turnpike.credential.CustomIdentifier;
import org.turnpike.credential.GrantId;
import org.turnpike.credential.InMemoryCredentialMemory;
import org.turnpike.credential.IssueCredentials;
import org.turnpike.credential.IssuingSamples;
import org.turnpike.credential.RevokeCredentials;
import org.turnpike.credential.TimeToLive;
import org.turnpike.identity.Scope;
import org.turnpike.tenant.ApiKey;
import org.turnpike.tenant.Authenticate;
import org.turnpike.tenant.CallLimits;
import org.turnpike.tenant.Tenant;
import org.turnpike.tenant.TenantSamples;
import org.turnpike.tenant.TermsInForce;
import org.turnpike.tenant.WhenUnavailable;
import org.turnpike.world.Callers;
import org.turnpike.world.World;

/** What the console or another node did, of which this application hears by the epoch alone. */
class KeyRefreshTest {
  private final World world = new World();
  private final Tenant acme = world.samples.tenant("acme");
  private final ApiKey apiKey = world.samples.apiKey(acme.id(), Scope.CREDENTIALS);
  private final IssueCredentials issue = IssuingSamples.issueCredentials(world);
  private final KeyRefresh refresh = new KeyRefresh();

  @BeforeEach
  @SuppressWarnings("UnnecessaryAssignment") // there is no container here
  void it_looks_now_and_then() {
    refresh.authenticate =
        new Authenticate(world.apiKeys(), world.epoch(), world.transactions(), world.clock());
    refresh.credentials = world.memory;
    refresh.terms = new TermsInForce(world.tenants(), world.transactions());
    refresh.limits = new CallLimits(world.clock());
    world.samples.turnKey(acme);
    refresh.refresh();
  }

  @Test
  void a_credential_revoked_elsewhere_is_not_handed_out_again() {
    GrantId first = issue().grant();
    elsewhere().revoke(Callers.adminOf(acme), first);

    refresh.refresh();

    assertThat(issue().grant()).isNotEqualTo(first);
  }

  @Test
  void other_terms_are_in_force() {
    assertThat(refresh.terms.of(acme.id()).whenUnavailable()).isEqualTo(WhenUnavailable.REFUSE);
    TenantSamples.setTerms(world, acme, WhenUnavailable.STUN_ONLY);
    world.transactions().run(world.epoch()::advance);

    refresh.refresh();

    assertThat(refresh.terms.of(acme.id()).whenUnavailable()).isEqualTo(WhenUnavailable.STUN_ONLY);
  }

  @Test
  void while_nothing_was_disabled_nothing_is_forgotten() {
    issue();
    world.clock().advance(Duration.ofMinutes(1));

    refresh.refresh();

    world.issuer.failMintingWith(new IllegalStateException("Cloudflare was asked"));
    world.transactions().failNextCommit(new IllegalStateException("the database was asked"));
    assertThat(issue().source()).isEqualTo(CredentialGrant.Source.REUSED);
  }

  private IssueCredentials.Issued issue() {
    return issue.issue(apiKey, "192.0.2.1", TimeToLive.USUAL, new CustomIdentifier("alice"));
  }

  /** With a memory of its own. */
  private RevokeCredentials elsewhere() {
    return new RevokeCredentials(
        world.grants(),
        world.held(),
        world.reserve(),
        new InMemoryCredentialMemory(),
        world.turnKeys(),
        world.accounts(),
        world.issuer,
        world.provider,
        world.audit(),
        world.epoch(),
        world.transactions(),
        world.pause,
        world.clock());
  }
}
