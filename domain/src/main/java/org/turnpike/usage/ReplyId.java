package org.turnpike.usage;

import jakarta.persistence.Embeddable;
import java.io.Serializable;
import java.util.Objects;
import java.util.UUID;

/** Which {@link UsageReply}: a hash of what it says. */
@Embeddable
public record ReplyId(UUID value) implements Serializable {
  public ReplyId {
    Objects.requireNonNull(value, "value");
  }

  @Override
  public String toString() {
    return value.toString();
  }
}
