package org.turnpike.notification;

import jakarta.persistence.Embeddable;
import java.io.Serializable;
import java.util.Objects;
import java.util.UUID;

/** Which {@link Destination}. */
@Embeddable
public record DestinationId(UUID value) implements Serializable {
  public DestinationId {
    Objects.requireNonNull(value, "value");
  }

  @Override
  public String toString() {
    return value.toString();
  }
}
