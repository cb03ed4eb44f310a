package org.turnpike.shared;

import jakarta.enterprise.context.ApplicationScoped;
import java.time.Duration;

/** In real time. */
@ApplicationScoped
public class SystemPause implements Pause {
  private static final Duration RETRY_SOON = Duration.ofSeconds(2);

  @Override
  public void last(Duration time) {
    try {
      Thread.sleep(time.toMillis());
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new Unavailable("Turnpike is stopping.", RETRY_SOON);
    }
  }
}
