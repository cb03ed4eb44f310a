package org.turnpike.credentialservice.metrics;

import static org.assertj.core.api.Assertions.assertThat;

import io.prometheus.metrics.expositionformats.PrometheusTextFormatWriter;
import io.prometheus.metrics.model.registry.PrometheusRegistry;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import org.junit.jupiter.api.Test;
import org.turnpike.tenant.CloudflareAccount;
import org.turnpike.tenant.Tenant;
import org.turnpike.turnkey.TurnKey;
import org.turnpike.usage.SeeCollection;
import org.turnpike.usage.UsageSamples;
import org.turnpike.world.World;

class CollectionMetricsTest {
  private final World world = new World();
  private final PrometheusRegistry registry = new PrometheusRegistry();
  private final CollectionMetrics metrics =
      new CollectionMetrics(
          new SeeCollection(
              world.turnKeys(),
              world.marks(),
              world.paces(),
              world.ledger(),
              world.transactions(),
              world.settings(),
              world.clock()),
          world.marks(),
          world.clock(),
          registry);

  @Test
  void nothing_is_claimed_before_the_first_round() throws IOException {
    assertThat(scrape())
        .doesNotContain("turnpike_collection_lag_seconds ", "turnpike_collection_age_seconds ")
        .contains("turnpike_collection_failing_turn_keys 0.0");
  }

  @Test
  void the_lag_is_that_of_the_key_furthest_behind_and_grows_by_itself() throws IOException {
    world.samples.turnKey(world.samples.tenant("acme"));
    collect();
    world.clock().advance(Duration.ofMinutes(30));

    assertThat(scrape())
        .contains("turnpike_collection_lag_seconds 2700.0")
        .contains("turnpike_collection_age_seconds 1800.0");
  }

  @Test
  void keys_that_failed_are_counted_and_not_named() throws IOException {
    Tenant tenant = world.samples.tenant("acme");
    TurnKey key = world.samples.turnKey(tenant);
    world.meter.refuse(key.id());
    collect();

    assertThat(scrape())
        .contains("turnpike_collection_failing_turn_keys 1.0")
        .doesNotContain(key.uid(), tenant.slug());
  }

  @Test
  void a_key_that_was_deleted_and_has_settled_lags_no_more_nor_fails() throws IOException {
    Tenant tenant = world.samples.tenant("acme");
    world.samples.turnKey(tenant, "live");
    TurnKey deleted = world.samples.turnKey(tenant, "deleted");
    collect();
    world
        .transactions()
        .run(
            () ->
                world.turnKeys().find(deleted.id()).orElseThrow().retire(world.clock().instant()));
    world.clock().advance(Duration.ofDays(6));
    collect();
    world.meter.refuse(deleted.id());
    world.clock().advance(Duration.ofHours(2));
    collect();

    assertThat(scrape())
        .contains("turnpike_collection_lag_seconds 900.0")
        .contains("turnpike_collection_age_seconds 0.0")
        .contains("turnpike_collection_failing_turn_keys 0.0");
  }

  @Test
  void what_an_account_was_asked_and_whether_it_rests_is_told() throws IOException {
    CloudflareAccount account = world.samples.account();
    world.samples.turnKey(world.samples.tenant("acme", account));
    world.meter.failAtQuestion(2);
    collect();

    assertThat(scrape())
        .contains("turnpike_collection_queries{account=\"" + account.id() + "\"} 2.0")
        .contains("turnpike_collection_resting_accounts 1.0")
        .contains("turnpike_collection_holes 0.0");
    world.clock().advance(Duration.ofMinutes(1));
    assertThat(scrape()).contains("turnpike_collection_resting_accounts 0.0");
  }

  @Test
  void what_is_lost_is_told() throws IOException {
    world.samples.turnKey(world.samples.tenant("acme"));
    collect();
    world.clock().advance(Duration.ofDays(100));
    collect();

    assertThat(scrape()).contains("turnpike_collection_holes 1.0");
  }

  private void collect() {
    UsageSamples.collector(world, world.meter, world.settings()).collect();
    world.transactions().run(metrics::refresh);
  }

  private String scrape() throws IOException {
    ByteArrayOutputStream text = new ByteArrayOutputStream();
    PrometheusTextFormatWriter.create().write(text, registry.scrape());
    return text.toString(StandardCharsets.UTF_8);
  }
}
