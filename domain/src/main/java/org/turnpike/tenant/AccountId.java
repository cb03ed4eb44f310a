package org.turnpike.tenant;

import jakarta.persistence.Embeddable;
import java.io.Serializable;
import java.util.Objects;
import java.util.UUID;

/** Which {@link CloudflareAccount}: our id, not Cloudflare's. */
@Embeddable
public record AccountId(UUID value) implements Serializable {
  public AccountId {
    Objects.requireNonNull(value, "value");
  }

  @Override
  public String toString() {
    return value.toString();
  }
}
