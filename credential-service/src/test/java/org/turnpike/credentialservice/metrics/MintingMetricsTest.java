package org.turnpike.credentialservice.metrics;

import static org.assertj.core.api.Assertions.assertThat;

import io.prometheus.metrics.expositionformats.PrometheusTextFormatWriter;
import io.prometheus.metrics.model.registry.PrometheusRegistry;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.turnpike.credential.CustomIdentifier;
import org.turnpike.credential.IssuingSamples;
import org.turnpike.credential.MintingHealth.Breaker;
import org.turnpike.credential.MintingHealth.OfTurnKey;
import org.turnpike.credential.MintingHealth.State;
import org.turnpike.credential.TimeToLive;
import org.turnpike.identity.Scope;
import org.turnpike.tenant.Tenant;
import org.turnpike.world.World;

class MintingMetricsTest {
  private final World world = new World();
  private final PrometheusRegistry registry = new PrometheusRegistry();

  @Test
  void keys_are_summed_up_and_not_named() throws IOException {
    metrics(
        Map.of(
            "one",
            new OfTurnKey(State.CLOSED, 10, 2, 0),
            "two",
            new OfTurnKey(state(Breaker.OPEN), 5, 5, 30),
            "three",
            new OfTurnKey(state(Breaker.PROBING), 0, 7, 1)));
    assertThat(scrape())
        .contains("turnpike_upstream_mints_total{outcome=\"minted\"} 15.0")
        .contains("turnpike_upstream_mints_total{outcome=\"failed\"} 14.0")
        .contains("turnpike_upstream_mints_total{outcome=\"turned_away\"} 31.0")
        .contains("turnpike_upstream_breakers_open 2.0")
        .doesNotContain("\"one\"", "\"two\"");
  }

  @Test
  void the_reserve_is_counted() throws IOException {
    Tenant acme = world.samples.tenant("acme");
    world.samples.turnKey(acme);
    IssuingSamples.issueCredentials(world)
        .issue(
            world.samples.apiKey(acme.id(), Scope.CREDENTIALS),
            "192.0.2.1",
            TimeToLive.USUAL,
            new CustomIdentifier("alice"));
    IssuingSamples.fillReserve(world).fill();
    MintingMetrics metrics = metrics(Map.of());
    assertThat(scrape()).contains("turnpike_reserve_credentials 0.0");
    world.transactions().run(metrics::refresh);
    assertThat(scrape())
        .contains("turnpike_reserve_credentials 1.0")
        .contains("turnpike_credentials_minted_ahead_total 1.0")
        .contains("turnpike_credentials_taken_total 0.0");
  }

  private static State state(Breaker breaker) {
    return new State(breaker, null, null, null);
  }

  private MintingMetrics metrics(Map<String, OfTurnKey> health) {
    return new MintingMetrics(
        world.reserve(), world.clock(), () -> health, world.reserveCounts, registry);
  }

  private String scrape() throws IOException {
    ByteArrayOutputStream text = new ByteArrayOutputStream();
    PrometheusTextFormatWriter.create().write(text, registry.scrape());
    return text.toString(StandardCharsets.UTF_8);
  }
}
