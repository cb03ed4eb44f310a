package org.turnpike.credentialservice.metrics;

import io.prometheus.metrics.core.metrics.GaugeWithCallback;
import io.prometheus.metrics.model.registry.PrometheusRegistry;
import io.prometheus.metrics.model.snapshots.Unit;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.function.Function;
import java.util.stream.Stream;
import org.turnpike.identity.Caller;
import org.turnpike.usage.CollectionMark;
import org.turnpike.usage.CollectionMarks;
import org.turnpike.usage.CollectionPace;
import org.turnpike.usage.CollectionState;
import org.turnpike.usage.SeeCollection;

/**
 * How far the collection of usage has come of the TURN keys that are read for new usage, whichever
 * node did it. Read after each round, so that a scrape asks the clock alone: a lag grows while the
 * database is away, too.
 */
@ApplicationScoped
public class CollectionMetrics {
  private SeeCollection collection;
  private CollectionMarks marks;
  private Clock clock;
  private volatile List<CollectionMark> latest = List.of();
  private volatile List<CollectionPace> latestPaces = List.of();
  private volatile int holes;

  protected CollectionMetrics() {}

  @Inject
  public CollectionMetrics(
      SeeCollection collection, CollectionMarks marks, Clock clock, PrometheusRegistry registry) {
    this.collection = collection;
    this.marks = marks;
    this.clock = clock;
    gauge(
        registry,
        "turnpike_collection_lag",
        "How far the TURN key furthest behind has usage in, before now",
        value -> furthestBehind().map(this::secondsSince).ifPresent(value));
    gauge(
        registry,
        "turnpike_collection_age",
        "How long ago Cloudflare's analytics were last read",
        value -> lastCollected().map(this::secondsSince).ifPresent(value));
    GaugeWithCallback.builder()
        .name("turnpike_collection_failing_turn_keys")
        .help("TURN keys whose last reading of usage failed")
        .callback(value -> value.call(failing()))
        .register(registry);
    GaugeWithCallback.builder()
        .name("turnpike_collection_queries")
        .help("Analytics queries in five minutes, when the account was last asked")
        .labelNames("account")
        .callback(
            value ->
                latestPaces.forEach(pace -> value.call(pace.queries(), pace.account().toString())))
        .register(registry);
    GaugeWithCallback.builder()
        .name("turnpike_collection_resting_accounts")
        .help(
            "Accounts that are not asked now, because they told us to wait or the budget is spent")
        .callback(value -> value.call((double) resting()))
        .register(registry);
    GaugeWithCallback.builder()
        .name("turnpike_collection_holes")
        .help("Spans whose usage is lost: Cloudflare kept it no longer")
        .callback(value -> value.call(holes))
        .register(registry);
  }

  private static void gauge(
      PrometheusRegistry registry, String name, String help, Consumer<Consumer<Double>> value) {
    GaugeWithCallback.builder()
        .name(name)
        .unit(Unit.SECONDS)
        .help(help)
        .callback(callback -> value.accept(callback::call))
        .register(registry);
  }

  /** Reads how far it has come; within a transaction. */
  public void refresh() {
    latest =
        collection.keys(Caller.SYSTEM).stream()
            .map(CollectionState::mark)
            .filter(mark -> mark != null)
            .toList();
    latestPaces = collection.paces(Caller.SYSTEM);
    holes = marks.lost(null).size();
  }

  private long resting() {
    Instant now = clock.instant();
    return latestPaces.stream().filter(pace -> pace.rests(now)).count();
  }

  private Optional<Instant> furthestBehind() {
    return known(CollectionMark::completeThrough).min(Comparator.naturalOrder());
  }

  private Optional<Instant> lastCollected() {
    return known(CollectionMark::collectedAt).max(Comparator.naturalOrder());
  }

  private Stream<Instant> known(Function<CollectionMark, Instant> part) {
    return latest.stream().map(part).filter(instant -> instant != null);
  }

  private double failing() {
    return (double) latest.stream().filter(mark -> mark.problem() != null).count();
  }

  private double secondsSince(Instant instant) {
    return (double) Duration.between(instant, clock.instant()).toSeconds();
  }
}
