package org.turnpike.tenant;

import jakarta.persistence.Embeddable;
import java.io.Serializable;
import java.util.Objects;
import java.util.UUID;

/** Which {@link ApiKey}. */
@Embeddable
public record ApiKeyId(UUID value) implements Serializable {
  public ApiKeyId {
    Objects.requireNonNull(value, "value");
  }

  @Override
  public String toString() {
    return value.toString();
  }
}
