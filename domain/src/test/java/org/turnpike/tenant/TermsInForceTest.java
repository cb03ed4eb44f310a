package org.turnpike.tenant;

import static org.assertj.core.api.Assertions.assertThat;
import static org.turnpike.world.Refusals.assertRefused;

import java.util.EnumSet;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.turnpike.identity.RandomToken;
import org.turnpike.identity.Scope;
import org.turnpike.shared.Rejected;
import org.turnpike.shared.TenantId;
import org.turnpike.world.World;

class TermsInForceTest {
  private static final Scopes MINTING = new Scopes(EnumSet.of(Scope.CREDENTIALS));

  private final World world = new World();
  private final Tenant acme = world.samples.tenant("acme");
  private final TermsInForce terms = new TermsInForce(world.tenants(), world.transactions());

  @Test
  void a_change_is_in_force_once_what_was_before_is_forgotten() {
    assertThat(terms.of(acme.id()).ttl()).isEqualTo(TtlBounds.ANY);
    TenantSamples.setTerms(world, acme, TtlChange.to(600, null, null));
    assertThat(terms.of(acme.id()).ttl()).as("remembered").isEqualTo(TtlBounds.ANY);
    terms.forget();
    assertThat(terms.of(acme.id()).ttl().least()).isEqualTo(600);
  }

  @Test
  void an_api_key_has_the_bounds_of_its_tenant_and_its_own() {
    TenantSamples.setTerms(world, acme, TtlChange.to(600, 7_200, null));
    ApiKey free = world.samples.apiKey(acme.id(), Scope.CREDENTIALS);
    ApiKey bound = world.samples.apiKey(acme.id(), LimitChange.to(3_600, null, null), MINTING);
    assertThat(terms.ttl(free).most()).isEqualTo(7_200);
    assertThat(terms.ttl(bound).most()).isEqualTo(3_600);
    assertThat(terms.ttl(bound).least()).isEqualTo(600);
  }

  @Test
  void an_operators_key_has_no_tenant_to_be_bound_by() {
    ApiKey operators =
        new ApiKey(
            null,
            "operators",
            RandomToken.random(ApiKey.PREFIX),
            MINTING,
            Networks.ANYWHERE,
            null,
            world.clock().instant());
    assertThat(terms.ttl(operators)).isEqualTo(TtlBounds.ANY);
  }

  @Test
  void a_tenant_that_is_not_there_has_no_terms() {
    assertRefused(Rejected.Reason.NOT_FOUND, () -> terms.of(new TenantId(UUID.randomUUID())));
  }
}
