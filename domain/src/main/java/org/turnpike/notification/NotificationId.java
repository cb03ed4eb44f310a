package org.turnpike.notification;

import jakarta.persistence.Embeddable;
import java.io.Serializable;
import java.util.Objects;
import java.util.UUID;

/** Which {@link Notification}. */
@Embeddable
public record NotificationId(UUID value) implements Serializable {
  public NotificationId {
    Objects.requireNonNull(value, "value");
  }

  @Override
  public String toString() {
    return value.toString();
  }
}
