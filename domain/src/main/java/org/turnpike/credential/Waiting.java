package org.turnpike.credential;

import java.time.Duration;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import org.turnpike.shared.Unavailable;

/** A caller who waits for what is done elsewhere, since a moment ago. */
final class Waiting {
  private static final Duration RETRY_SOON = Duration.ofSeconds(2);

  private final long since = System.nanoTime();

  /**
   * What comes of it. Throws {@link Unavailable} when so much time has passed since the caller
   * asked, and nothing came.
   */
  <T> T until(Duration asked, CompletableFuture<T> result) {
    try {
      return result.get(asked.toNanos() - (System.nanoTime() - since), TimeUnit.NANOSECONDS);
    } catch (TimeoutException e) {
      throw new Unavailable("Cloudflare did not answer in time.", RETRY_SOON);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new Unavailable("Turnpike is stopping.", RETRY_SOON);
    } catch (ExecutionException e) {
      if (e.getCause() instanceof RuntimeException cause) {
        throw cause;
      }
      throw new IllegalStateException("Issuing a credential broke off", e.getCause());
    }
  }

  /** Whichever comes first and is not {@link Unavailable}; that, when both are. */
  static <T> CompletableFuture<T> either(CompletableFuture<T> one, CompletableFuture<T> other) {
    CompletableFuture<T> first = new CompletableFuture<>();
    CompletableFuture<?> unused =
        CompletableFuture.allOf(
            one.whenComplete((result, failure) -> land(first, result, failure, other)),
            other.whenComplete((result, failure) -> land(first, result, failure, one)));
    return first;
  }

  private static <T> void land(
      CompletableFuture<T> first, T result, Throwable failure, CompletableFuture<T> other) {
    if (failure == null) {
      first.complete(result);
    } else if (!(failure instanceof Unavailable) || other.isCompletedExceptionally()) {
      first.completeExceptionally(failure);
    }
  }
}
