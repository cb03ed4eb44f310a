package org.turnpike.cloudflare;

import io.github.resilience4j.circuitbreaker.CallNotPermittedException;
import io.github.resilience4j.circuitbreaker.CircuitBreaker;
import java.lang.System.Logger;
import java.lang.System.Logger.Level;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.concurrent.atomic.LongAdder;
import java.util.function.Supplier;
import org.turnpike.credential.MintingHealth.Breaker;
import org.turnpike.credential.MintingHealth.OfTurnKey;
import org.turnpike.credential.MintingHealth.State;
import org.turnpike.shared.Unavailable;

/** One TURN key's breaker, with what people want to know of it. */
final class WatchedBreaker {
  private static final Logger LOG = System.getLogger(WatchedBreaker.class.getName());

  private final CircuitBreaker breaker;
  private final Duration usualWait;
  private final Clock clock;
  private final LongAdder minted = new LongAdder();
  private final LongAdder failed = new LongAdder();
  private final LongAdder turnedAway = new LongAdder();
  private Instant told = Instant.MIN;
  private volatile Instant since;
  private volatile Instant notBefore;
  private volatile String problem;

  WatchedBreaker(CircuitBreaker breaker, Duration usualWait, Clock clock) {
    this.breaker = breaker;
    this.usualWait = usualWait;
    this.clock = clock;
    breaker.getEventPublisher().onStateTransition(event -> moved(event.getStateTransition()));
  }

  <T> T call(Supplier<T> call) {
    T result;
    try {
      result = breaker.executeSupplier(() -> tried(call));
    } catch (CallNotPermittedException e) {
      turnedAway.increment();
      throw e;
    }
    minted.increment();
    return result;
  }

  /** What the breaker takes for a success may still have brought no credential: a refusal. */
  private <T> T tried(Supplier<T> call) {
    try {
      T result = call.get();
      problem = null;
      return result;
    } catch (Unavailable e) {
      failed.increment();
      problem = e.getMessage();
      throw e;
    } catch (RuntimeException e) {
      failed.increment();
      throw e;
    }
  }

  /** Calls under way together may be told different times: the longest counts. */
  synchronized void openFor(Duration wait) {
    Instant end = clock.instant().plus(wait);
    if (end.isAfter(told)) {
      told = end;
      breaker.transitionToOpenStateFor(wait);
      notBefore = end;
    }
  }

  OfTurnKey health() {
    return new OfTurnKey(state(), minted.sum(), failed.sum(), turnedAway.sum());
  }

  private State state() {
    Breaker now = now();
    return new State(now, since, now == Breaker.CLOSED ? null : notBefore, problem);
  }

  private Breaker now() {
    return switch (breaker.getState()) {
      case OPEN, FORCED_OPEN -> Breaker.OPEN;
      case HALF_OPEN -> Breaker.PROBING;
      case CLOSED, DISABLED, METRICS_ONLY -> Breaker.CLOSED;
    };
  }

  /** A probe that fails opens it again: since when it does not mint stays the same. */
  private void moved(CircuitBreaker.StateTransition transition) {
    Instant now = clock.instant();
    boolean wasClosed = transition.getFromState() == CircuitBreaker.State.CLOSED;
    boolean isClosed = transition.getToState() == CircuitBreaker.State.CLOSED;
    if (wasClosed != isClosed) {
      since = now;
    }
    if (transition.getToState() == CircuitBreaker.State.OPEN) {
      notBefore = now.plus(usualWait);
    }
    LOG.log(Level.WARNING, "Minting with TURN key {0}: breaker {1}", breaker.getName(), transition);
  }
}
