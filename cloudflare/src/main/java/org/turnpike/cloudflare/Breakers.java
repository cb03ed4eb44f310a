package org.turnpike.cloudflare;

import io.github.resilience4j.circuitbreaker.CallNotPermittedException;
import io.github.resilience4j.circuitbreaker.CircuitBreaker;
import io.github.resilience4j.circuitbreaker.CircuitBreakerConfig;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.Clock;
import java.time.Duration;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentMap;
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
  private static final Duration OPEN = Duration.ofSeconds(10);
  private static final Duration RETRY_SOON = Duration.ofSeconds(2);

  private final ConcurrentMap<String, WatchedBreaker> breakers = new ConcurrentHashMap<>();
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
    WatchedBreaker breaker = breakers.computeIfAbsent(keyUid, this::watched);
    try {
      return breaker.call(call);
    } catch (CallNotPermittedException e) {
      throw new Unavailable(
          "Cloudflare is not asked for this TURN key for a while, because it did not answer.",
          RETRY_SOON,
          e);
    } catch (ToldToWait e) {
      breaker.openFor(e.retryAfter());
      throw e;
    }
  }

  @Override
  public Map<String, OfTurnKey> byTurnKey() {
    return breakers.entrySet().stream()
        .collect(Collectors.toUnmodifiableMap(Map.Entry::getKey, each -> each.getValue().health()));
  }

  private WatchedBreaker watched(String keyUid) {
    return new WatchedBreaker(CircuitBreaker.of(keyUid, config), OPEN, clock);
  }
}
