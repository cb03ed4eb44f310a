package org.turnpike.usage;

import jakarta.persistence.Embeddable;
import java.io.Serializable;
import java.util.Objects;
import java.util.UUID;

/** Which rule says whose usage is: our id. */
@Embeddable
public record RuleId(UUID value) implements Serializable {
  public RuleId {
    Objects.requireNonNull(value, "value");
  }

  @Override
  public String toString() {
    return value.toString();
  }
}
