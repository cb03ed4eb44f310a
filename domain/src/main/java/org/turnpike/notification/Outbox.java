package org.turnpike.notification;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.turnpike.shared.Slice;

/**
 * What was told and whether it has arrived. Appended to in the transaction of the fact that is
 * told, so that neither is there without the other.
 */
public interface Outbox {
  void append(Notification notification);

  Optional<Notification> find(NotificationId id);

  /** Waiting ones whose next try is not after now, the one that waits longest first. */
  List<Notification> due(Instant now, int most);

  /** Waiting ones, due or not, of a destination. */
  List<Notification> waiting(DestinationId destination);

  /** Newest first. */
  Slice<Notification> list(Slice.Request page);

  /** Deletes those made before then, whatever became of them; says how many. */
  int forgetBefore(Instant instant);
}
