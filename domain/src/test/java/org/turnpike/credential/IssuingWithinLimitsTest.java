package org.turnpike.credential;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.turnpike.world.Refusals.assertInvalid;

import java.time.Duration;
import java.util.EnumSet;
import org.junit.jupiter.api.Test;
import org.turnpike.identity.Scope;
import org.turnpike.shared.TooManyRequests;
import org.turnpike.tenant.ApiKey;
import org.turnpike.tenant.LimitChange;
import org.turnpike.tenant.Scopes;
import org.turnpike.tenant.Tenant;
import org.turnpike.tenant.TenantSamples;
import org.turnpike.tenant.TtlChange;
import org.turnpike.world.World;

class IssuingWithinLimitsTest {
  private static final String ADDRESS = "192.0.2.1";
  private static final TimeToLive HOUR = new TimeToLive(3_600);
  private static final CustomIdentifier ALICE = new CustomIdentifier("alice");

  private final World world = new World();
  private final Tenant acme = world.samples.tenant("acme");
  private final IssueCredentials issue = IssuingSamples.issueCredentials(world);

  @Test
  void a_call_over_the_limit_gets_nothing_not_even_what_it_had() {
    world.samples.turnKey(acme);
    ApiKey limited = key(LimitChange.to(null, 60, 2));
    issue(limited, HOUR);
    issue(limited, HOUR);
    assertThatThrownBy(() -> issue(limited, HOUR)).isInstanceOf(TooManyRequests.class);
    world.clock().advance(Duration.ofSeconds(1));
    issue(limited, HOUR);
  }

  @Test
  void calls_that_are_refused_for_something_else_are_counted_too() {
    ApiKey limited = key(LimitChange.to(60, 60, 1));
    assertInvalid("ttl", () -> issue(limited, HOUR));
    assertThatThrownBy(() -> issue(limited, HOUR)).isInstanceOf(TooManyRequests.class);
  }

  @Test
  void a_life_outside_of_the_tenant_s_or_the_key_s_bounds_is_refused() {
    world.samples.turnKey(acme);
    TenantSamples.setTerms(world, acme, TtlChange.to(600, null, null));
    ApiKey bound = key(LimitChange.to(3_600, null, null));
    assertInvalid("ttl", () -> issue(bound, new TimeToLive(599)));
    assertInvalid("ttl", () -> issue(bound, new TimeToLive(3_601)));
    assertThat(world.issuer.live()).isEmpty();
    assertThat(issue(bound, HOUR).ttl()).isEqualTo(HOUR.duration());
  }

  private IssueCredentials.Issued issue(ApiKey apiKey, TimeToLive ttl) {
    return issue.issue(apiKey, ADDRESS, ttl, ALICE);
  }

  private ApiKey key(LimitChange limits) {
    return world.samples.apiKey(acme.id(), limits, new Scopes(EnumSet.of(Scope.CREDENTIALS)));
  }
}
