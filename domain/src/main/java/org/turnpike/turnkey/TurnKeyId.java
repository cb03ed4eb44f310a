package org.turnpike.turnkey;

import jakarta.persistence.Embeddable;
import java.io.Serializable;
import java.util.Objects;
import java.util.UUID;

/** Which {@link TurnKey}: our id, not Cloudflare's uid. */
@Embeddable
public record TurnKeyId(UUID value) implements Serializable {
  public TurnKeyId {
    Objects.requireNonNull(value, "value");
  }

  @Override
  public String toString() {
    return value.toString();
  }
}
