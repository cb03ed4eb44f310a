package org.turnpike.attribution;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Duration;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.turnpike.tenant.CloudflareAccount;
import org.turnpike.tenant.Tenant;
import org.turnpike.turnkey.TurnKey;
import org.turnpike.usage.RuleId;
import org.turnpike.world.PortContract;

public abstract class AttributionRulesContract extends PortContract {
  private final CloudflareAccount account = samples.account();
  private final Tenant acme = samples.tenant("acme", account);
  private final TurnKey shared = samples.sharedKey(account);

  @Test
  void a_rule_is_kept_and_those_in_force_are_listed_oldest_first() {
    AttributionRule first = add("acme/*");
    AttributionRule second = add("");
    assertThat(call(() -> ports.attributionRules().find(first.id())))
        .get()
        .usingRecursiveComparison()
        .isEqualTo(first);
    assertThat(call(() -> ports.attributionRules().inForce(shared.id())))
        .extracting(AttributionRule::id)
        .containsExactly(first.id(), second.id());
    assertThat(call(() -> ports.attributionRules().find(new RuleId(UUID.randomUUID())))).isEmpty();
  }

  @Test
  void one_that_was_ended_is_in_force_no_more_and_its_pattern_is_free() {
    AttributionRule ended = add("acme/*");
    run(() -> ports.attributionRules().find(ended.id()).orElseThrow().end(ports.clock().instant()));
    AttributionRule next = add("acme/*");
    assertThat(call(() -> ports.attributionRules().inForce(shared.id())))
        .extracting(AttributionRule::id)
        .containsExactly(next.id());
    assertThat(call(() -> ports.attributionRules().find(ended.id())))
        .get()
        .extracting(AttributionRule::endedAt)
        .isNotNull();
  }

  @Test
  void nothing_of_a_rule_is_kept_when_its_work_fails() {
    assertThatThrownBy(
            () ->
                run(
                    () -> {
                      ports.attributionRules().add(rule("acme/*"));
                      throw new IllegalStateException("on purpose");
                    }))
        .hasMessageContaining("on purpose");
    assertThat(call(() -> ports.attributionRules().inForce(shared.id()))).isEmpty();
  }

  private AttributionRule add(String pattern) {
    ports.clock().advance(Duration.ofSeconds(1));
    AttributionRule rule = rule(pattern);
    run(() -> ports.attributionRules().add(rule));
    return rule;
  }

  private AttributionRule rule(String pattern) {
    return new AttributionRule(
        shared, new IdentifierPattern(pattern), acme, ports.clock().instant());
  }
}
