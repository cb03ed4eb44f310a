package org.turnpike.credential;

import java.util.Objects;
import java.util.UUID;

/** Which {@link Node}. */
public record NodeId(UUID value) {
  public NodeId {
    Objects.requireNonNull(value, "value");
  }

  @Override
  public String toString() {
    return value.toString();
  }
}
