package org.turnpike.shared;

import jakarta.persistence.Embeddable;
import java.io.Serializable;
import java.util.Objects;
import java.util.UUID;

/** Which tenant; here and not in {@code tenant}, because audit and identity speak of it too. */
@Embeddable
public record TenantId(UUID value) implements Serializable {
  public TenantId {
    Objects.requireNonNull(value, "value");
  }

  @Override
  public String toString() {
    return value.toString();
  }
}
