package org.turnpike.shared;

import java.time.Duration;
import org.turnpike.world.ManualClock;

/** Over at once, as far as the clock tells; what happens meanwhile is up to the test. */
public final class FakePause implements Pause {
  private final ManualClock clock;
  private Runnable meanwhile = () -> {};

  public FakePause(ManualClock clock) {
    this.clock = clock;
  }

  public void meanwhile(Runnable elsewhere) {
    meanwhile = elsewhere;
  }

  @Override
  public void last(Duration time) {
    clock.advance(time);
    meanwhile.run();
  }
}
