package org.turnpike.shared;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.inject.Produces;
import jakarta.inject.Singleton;
import java.time.Clock;
import java.time.ZoneOffset;

/** The one clock that beans are given; a test-only artefact puts another in its place. */
@ApplicationScoped
public class SystemClock {
  @Produces
  @Singleton
  Clock clock() {
    return Clock.tickMillis(
        ZoneOffset.UTC); // as fine as the ids; the database would cut nanoseconds
  }
}
