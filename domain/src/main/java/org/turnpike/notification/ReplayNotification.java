package org.turnpike.notification;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.turnpike.audit.AuditEntry;
import org.turnpike.audit.AuditTrail;
import org.turnpike.identity.Caller;
import org.turnpike.identity.Scope;
import org.turnpike.shared.Rejected;
import org.turnpike.shared.Slice;
import org.turnpike.shared.Transactions;

/** Operators see what was told and whether it arrived, and let it be told again. */
@ApplicationScoped
public class ReplayNotification {
  private Outbox outbox;
  private Destinations destinations;
  private AuditTrail audit;
  private Transactions transactions;
  private Clock clock;

  protected ReplayNotification() {}

  @Inject
  public ReplayNotification(
      Outbox outbox,
      Destinations destinations,
      AuditTrail audit,
      Transactions transactions,
      Clock clock) {
    this.outbox = outbox;
    this.destinations = destinations;
    this.audit = audit;
    this.transactions = transactions;
    this.clock = clock;
  }

  /** Newest first. */
  public Slice<Told> list(Caller caller, Slice.Request page) {
    caller.requireEverywhere(Scope.ADMIN);
    return transactions.call(
        () -> {
          Slice<Notification> slice = outbox.list(page);
          Map<DestinationId, Destination> known = destinationsOf(slice.items());
          return slice.map(told -> new Told(told, known.get(told.destination())));
        });
  }

  /** Tried at once, and then for another day; under the same id, so that a receiver may tell. */
  public Told replay(Caller caller, NotificationId id) {
    caller.requireEverywhere(Scope.ADMIN);
    return transactions.call(
        () -> {
          Notification told = outbox.find(id).orElseThrow(() -> Rejected.notFound("notification"));
          Destination to = destinations.find(told.destination()).orElseThrow();
          if (to.removedAt() != null) {
            throw Rejected.conflict("The destination of this notification was removed.");
          }
          Instant now = clock.instant();
          told.replay(now);
          audit.append(
              new AuditEntry(
                  now,
                  caller.actor(),
                  null,
                  "notification.replayed",
                  to.name(),
                  told.id().toString()));
          return new Told(told, to);
        });
  }

  private Map<DestinationId, Destination> destinationsOf(List<Notification> items) {
    return items.stream()
        .map(Notification::destination)
        .distinct()
        .map(id -> destinations.find(id).orElseThrow())
        .collect(Collectors.toMap(Destination::id, Function.identity()));
  }
}
