package org.turnpike.simulator.http;

import java.time.Duration;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;

/** Time that passes for a slow reply, in real time, and ends at once when the simulator closes. */
public final class Pause {

  private final CountDownLatch closing = new CountDownLatch(1);

  /** Waits, and answers whether the simulator is still open. */
  public boolean hold(Duration time) {
    try {
      return !closing.await(time.toMillis(), TimeUnit.MILLISECONDS);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      return false;
    }
  }

  void end() {
    closing.countDown();
  }
}
