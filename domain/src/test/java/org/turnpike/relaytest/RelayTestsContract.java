package org.turnpike.relaytest;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.util.EnumSet;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.turnpike.identity.RandomToken;
import org.turnpike.identity.Scope;
import org.turnpike.shared.Secret;
import org.turnpike.tenant.ApiKey;
import org.turnpike.tenant.ApiKeyId;
import org.turnpike.tenant.Networks;
import org.turnpike.tenant.Scopes;
import org.turnpike.tenant.Tenant;
import org.turnpike.world.PortContract;

public abstract class RelayTestsContract extends PortContract {
  private static final Secret TOKEN = Secret.of("trt_a-token");
  private static final String HASH = RandomToken.sha256(TOKEN.reveal());

  private final Tenant acme = samples.tenant("acme");
  private final Tenant other = samples.tenant("other");

  @Test
  void a_link_is_found_by_the_hash_of_its_token() {
    RelayTestLink link = link(acme, TOKEN);
    assertThat(call(() -> ports.relayTests().findAndHold(HASH)))
        .get()
        .usingRecursiveComparison()
        .isEqualTo(link);
    assertThat(call(() -> ports.relayTests().findAndHold("0".repeat(64)))).isEmpty();
  }

  @Test
  void how_often_it_was_used_is_kept() {
    link(acme, TOKEN);
    run(
        () ->
            ports
                .relayTests()
                .findAndHold(HASH)
                .orElseThrow()
                .takeCredential(ports.clock().instant()));
    assertThat(call(() -> ports.relayTests().findAndHold(HASH).orElseThrow().credentials()))
        .isEqualTo(1);
  }

  @Test
  void results_are_kept_with_their_legs_in_order_and_listed_newest_first() {
    RelayTestLink link = link(acme, TOKEN);
    RelayTestLink others = link(other, Secret.of("trt_another"));
    RelayTestResult first =
        result(
            link,
            new Leg(Leg.Transport.TLS, LegOutcome.TLS, null, null, null, "701 closed"),
            new Leg(Leg.Transport.UDP, LegOutcome.WORKS, 20, 3, 900, null));
    RelayTestResult second =
        result(link, new Leg(Leg.Transport.UDP, LegOutcome.BLOCKED, null, null, null, null));
    result(others, new Leg(Leg.Transport.UDP, LegOutcome.WORKS, 1, 0, 1, null));

    List<RelayTestResult> all = call(() -> ports.relayTests().latest(acme.id(), 10));
    assertThat(all).extracting(RelayTestResult::id).containsExactly(second.id(), first.id());
    assertThat(all.get(1).legs()).isEqualTo(first.legs());
    assertThat(all.get(1).browser()).isEqualTo("Chromium 140");
    assertThat(all.get(1).toldAt()).isEqualTo(first.toldAt());
    assertThat(call(() -> ports.relayTests().latest(acme.id(), 1)))
        .extracting(RelayTestResult::id)
        .containsExactly(second.id());
  }

  @Test
  void links_are_listed_until_their_life_is_over() {
    RelayTestLink first = link(acme, TOKEN);
    ports.clock().advance(Duration.ofSeconds(1));
    RelayTestLink second = link(acme, Secret.of("trt_second"));
    link(other, Secret.of("trt_another"));
    assertThat(unexpired(first.expiresAt().minusMillis(1)))
        .containsExactly(second.apiKey(), first.apiKey());
    assertThat(unexpired(first.expiresAt())).containsExactly(second.apiKey());
  }

  @Test
  void old_results_are_forgotten_with_their_legs() {
    RelayTestLink link = link(acme, TOKEN);
    Leg udp = new Leg(Leg.Transport.UDP, LegOutcome.WORKS, 20, 3, 900, null);
    result(link, udp);
    RelayTestResult young = result(link, udp);
    assertThat(call(() -> ports.relayTests().forgetBefore(young.toldAt()))).isEqualTo(1);
    assertThat(call(() -> ports.relayTests().latest(acme.id(), 10)))
        .extracting(RelayTestResult::id)
        .containsExactly(young.id());
  }

  private List<ApiKeyId> unexpired(Instant instant) {
    return call(
        () ->
            ports.relayTests().unexpired(acme.id(), instant).stream()
                .map(RelayTestLink::apiKey)
                .toList());
  }

  private RelayTestLink link(Tenant tenant, Secret token) {
    ApiKey key =
        new ApiKey(
            tenant.id(),
            "Relay test",
            RandomToken.random(ApiKey.PREFIX),
            new Scopes(EnumSet.of(Scope.CREDENTIALS)),
            Networks.ANYWHERE,
            ports.clock().instant().plusSeconds(600),
            ports.clock().instant());
    RelayTestLink link = new RelayTestLink(key, "for Anna", token, 3);
    run(
        () -> {
          ports.apiKeys().add(key);
          ports.relayTests().add(link);
        });
    return link;
  }

  private RelayTestResult result(RelayTestLink link, Leg... legs) {
    ports.clock().advance(Duration.ofSeconds(1));
    RelayTestResult result =
        new RelayTestResult(link, "Chromium 140", List.of(legs), ports.clock().instant());
    run(() -> ports.relayTests().add(result));
    return result;
  }
}
