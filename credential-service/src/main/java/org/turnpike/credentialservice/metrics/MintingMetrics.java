package org.turnpike.credentialservice.metrics;

import io.prometheus.metrics.core.metrics.CounterWithCallback;
import io.prometheus.metrics.core.metrics.GaugeWithCallback;
import io.prometheus.metrics.model.registry.PrometheusRegistry;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.Clock;
import java.util.function.ToLongFunction;
import org.turnpike.credential.CredentialReserve;
import org.turnpike.credential.MintingHealth;
import org.turnpike.credential.MintingHealth.OfTurnKey;
import org.turnpike.credential.MintingTally;
import org.turnpike.credential.ReserveCounts;

/** How minting goes, and what is ready in case it does not. */
@ApplicationScoped
public class MintingMetrics {
  private CredentialReserve reserve;
  private Clock clock;
  private MintingHealth health;
  private ReserveCounts counts;
  private volatile long ready;

  protected MintingMetrics() {}

  @Inject
  public MintingMetrics(
      CredentialReserve reserve,
      Clock clock,
      MintingHealth health,
      ReserveCounts counts,
      PrometheusRegistry registry) {
    this.reserve = reserve;
    this.clock = clock;
    this.health = health;
    this.counts = counts;
    CounterWithCallback.builder()
        .name("turnpike_upstream_mints_total")
        .help("Mintings at Cloudflare, by what became of them; turned_away: a breaker was open")
        .labelNames("outcome")
        .callback(
            callback -> {
              callback.call(sum(OfTurnKey::minted), "minted");
              callback.call(sum(OfTurnKey::failed), "failed");
              callback.call(sum(OfTurnKey::turnedAway), "turned_away");
            })
        .register(registry);
    GaugeWithCallback.builder()
        .name("turnpike_upstream_breakers_open")
        .help("TURN keys for which Cloudflare is not asked, because it failed")
        .callback(callback -> callback.call(open()))
        .register(registry);
    GaugeWithCallback.builder()
        .name("turnpike_reserve_credentials")
        .help("Credentials ready for newcomers, of all nodes")
        .callback(callback -> callback.call((double) ready))
        .register(registry);
    ofReserve(
        registry,
        "turnpike_credentials_minted_ahead_total",
        "Credentials minted for the reserve, not for somebody who asked",
        MintingTally::ahead);
    ofReserve(
        registry,
        "turnpike_credentials_taken_total",
        "Credentials handed out of the reserve",
        MintingTally::taken);
  }

  private void ofReserve(
      PrometheusRegistry registry, String name, String help, ToLongFunction<MintingTally> part) {
    CounterWithCallback.builder()
        .name(name)
        .help(help)
        .callback(
            callback ->
                callback.call((double) counts.byTurnKey().values().stream().mapToLong(part).sum()))
        .register(registry);
  }

  /** Reads how many are ready; within a transaction. */
  public void refresh() {
    ready =
        reserve.levels(clock.instant()).stream()
            .mapToLong(CredentialReserve.Level::credentials)
            .sum();
  }

  private double sum(ToLongFunction<OfTurnKey> part) {
    return (double) health.byTurnKey().values().stream().mapToLong(part).sum();
  }

  private double open() {
    return (double)
        health.byTurnKey().values().stream()
            .filter(each -> each.state().breaker() != MintingHealth.Breaker.CLOSED)
            .count();
  }
}
