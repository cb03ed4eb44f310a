package org.turnpike.cloudflare;

import io.github.resilience4j.circuitbreaker.CallNotPermittedException;
import io.github.resilience4j.circuitbreaker.CircuitBreaker;
import io.github.resilience4j.circuitbreaker.CircuitBreakerConfig;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.lang.System.Logger;
import java.lang.System.Logger.Level;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentMap;
import java.util.concurrent.atomic.AtomicReference;
import java.util.concurrent.atomic.LongAdder;
import java.util.function.Supplier;
import java.util.stream.Collectors;
import org.turnpike.credential.MintingHealth;
import org.turnpike.shared.Unavailable;

/**
 * A breaker for each TURN key. It opens when half of the key's latest calls failed, or when
 * Cloudflare tells to wait, for as long as it says; then one call probes whether it closes. Who
 * asks meanwhile is turned away at once.
 */
@ApplicationScoped
public class Breakers implements MintingHealth {
  private static final Logger LOG = System.getLogger(Breakers.class.getName());
  private static final Duration OPEN = Duration.ofSeconds(10);
  private static final Duration RETRY_SOON = Duration.ofSeconds(2);

  private final ConcurrentMap<String, Watched> breakers = new ConcurrentHashMap<>();
  private CircuitBreakerConfig config;
  private Clock clock;

  protected Breakers() {}

  @Inject
  public Breakers(Clock clock) {
    this.clock = clock;
    config =
        CircuitBreakerConfig.custom()
            .clock(clock)
            .slidingWindowSize(10)
            .minimumNumberOfCalls(5)
            .failureRateThreshold(50)
            .waitDurationInOpenState(OPEN)
            .permittedNumberOfCallsInHalfOpenState(1)
            .recordException(Unavailable.class::isInstance)
            .build();
  }

  /** Throws {@code Unavailable} when the call does, and when it is not made. */
  <T> T call(String keyUid, Supplier<T> call) {
    Watched watched = breakers.computeIfAbsent(keyUid, this::watched);
    try {
      return watched.breaker().executeSupplier(call);
    } catch (CallNotPermittedException e) {
      throw new Unavailable(
          "Cloudflare is not asked for this TURN key for a while, because it did not answer.",
          RETRY_SOON,
          e);
    } catch (ToldToWait e) {
      watched.keepOpen(e.retryAfter(), clock.instant());
      throw e;
    }
  }

  @Override
  public Map<String, OfTurnKey> byTurnKey() {
    return breakers.entrySet().stream()
        .collect(Collectors.toUnmodifiableMap(Map.Entry::getKey, each -> each.getValue().health()));
  }

  private record Watched(
      CircuitBreaker breaker,
      AtomicReference<Instant> told,
      LongAdder minted,
      LongAdder failed,
      LongAdder turnedAway) {
    static Watched of(CircuitBreaker breaker) {
      return new Watched(
          breaker,
          new AtomicReference<>(Instant.MIN),
          new LongAdder(),
          new LongAdder(),
          new LongAdder());
    }

    /** Calls under way together may be told different times: the longest counts. */
    synchronized void keepOpen(Duration wait, Instant now) {
      Instant end = now.plus(wait);
      if (end.isAfter(told.get())) {
        told.set(end);
        breaker.transitionToOpenStateFor(wait);
      }
    }

    OfTurnKey health() {
      return new OfTurnKey(state(), minted.sum(), failed.sum(), turnedAway.sum());
    }

    private Breaker state() {
      return switch (breaker.getState()) {
        case OPEN, FORCED_OPEN -> Breaker.OPEN;
        case HALF_OPEN -> Breaker.PROBING;
        case CLOSED, DISABLED, METRICS_ONLY -> Breaker.CLOSED;
      };
    }
  }

  private Watched watched(String keyUid) {
    CircuitBreaker breaker = CircuitBreaker.of(keyUid, config);
    Watched watched = Watched.of(breaker);
    breaker
        .getEventPublisher()
        .onSuccess(event -> watched.minted().increment())
        .onError(event -> watched.failed().increment())
        .onCallNotPermitted(event -> watched.turnedAway().increment())
        .onStateTransition(
            event ->
                LOG.log(
                    Level.WARNING,
                    "Minting with TURN key {0}: breaker {1}",
                    keyUid,
                    event.getStateTransition()));
    return watched;
  }
}
