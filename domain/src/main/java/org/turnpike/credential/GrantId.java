package org.turnpike.credential;

import jakarta.persistence.Embeddable;
import java.io.Serializable;
import java.util.Objects;
import java.util.UUID;

/** Which {@link CredentialGrant}. */
@Embeddable
public record GrantId(UUID value) implements Serializable {
  public GrantId {
    Objects.requireNonNull(value, "value");
  }

  @Override
  public String toString() {
    return value.toString();
  }
}
