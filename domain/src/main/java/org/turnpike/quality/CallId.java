package org.turnpike.quality;

import java.util.UUID;
import org.turnpike.shared.Rejected;

/** Which call: a random id that the browser made for it, which names nobody. */
public record CallId(UUID value) {
  public CallId {
    if (value == null) {
      throw Rejected.invalid("callId", "callId must be a random UUID, one for each call.");
    }
  }

  @Override
  public String toString() {
    return value.toString();
  }
}
