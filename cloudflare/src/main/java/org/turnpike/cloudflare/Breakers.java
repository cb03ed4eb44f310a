package org.turnpike.cloudflare;

import io.github.resilience4j.circuitbreaker.CallNotPermittedException;
import io.github.resilience4j.circuitbreaker.CircuitBreaker;
import io.github.resilience4j.circuitbreaker.CircuitBreakerConfig;
import java.lang.System.Logger;
import java.lang.System.Logger.Level;
import java.time.Clock;
import java.time.Duration;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentMap;
import java.util.function.Supplier;
import org.turnpike.shared.Unavailable;

/**
 * A breaker for each TURN key. It opens when half of the key's latest calls failed, or when
 * Cloudflare tells to wait, for as long as it says; then one call probes whether it closes. Who
 * asks meanwhile is turned away at once.
 */
final class Breakers {
  private static final Logger LOG = System.getLogger(Breakers.class.getName());
  private static final Duration OPEN = Duration.ofSeconds(10);
  private static final Duration RETRY_SOON = Duration.ofSeconds(2);

  private final ConcurrentMap<String, CircuitBreaker> breakers = new ConcurrentHashMap<>();
  private final CircuitBreakerConfig config;

  Breakers(Clock clock) {
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
    CircuitBreaker breaker = breakers.computeIfAbsent(keyUid, this::breaker);
    try {
      return breaker.executeSupplier(call);
    } catch (CallNotPermittedException e) {
      throw new Unavailable(
          "Cloudflare is not asked for this TURN key for a while, because it did not answer.",
          RETRY_SOON,
          e);
    } catch (ToldToWait e) {
      breaker.transitionToOpenStateFor(e.retryAfter());
      throw e;
    }
  }

  private CircuitBreaker breaker(String keyUid) {
    CircuitBreaker breaker = CircuitBreaker.of(keyUid, config);
    breaker
        .getEventPublisher()
        .onStateTransition(
            event ->
                LOG.log(
                    Level.WARNING,
                    "Minting with TURN key {0}: breaker {1}",
                    keyUid,
                    event.getStateTransition()));
    return breaker;
  }
}
