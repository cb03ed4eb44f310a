package org.turnpike.analytics;

import jakarta.persistence.Embeddable;
import java.io.Serializable;
import java.util.Objects;
import java.util.UUID;

/** Which {@link PossibleLeak}. */
@Embeddable
public record LeakId(UUID value) implements Serializable {
  public LeakId {
    Objects.requireNonNull(value, "value");
  }

  @Override
  public String toString() {
    return value.toString();
  }
}
