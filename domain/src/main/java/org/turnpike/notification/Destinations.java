package org.turnpike.notification;

import java.util.List;
import java.util.Optional;

/** All destinations. */
public interface Destinations {
  void add(Destination destination);

  /** Removed ones too. */
  Optional<Destination> find(DestinationId id);

  /** Those that notifications go to, oldest first. */
  List<Destination> active();
}
