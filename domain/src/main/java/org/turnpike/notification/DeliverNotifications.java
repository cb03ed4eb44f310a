package org.turnpike.notification;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.lang.System.Logger;
import java.lang.System.Logger.Level;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import org.turnpike.shared.Leases;
import org.turnpike.shared.Transactions;
import org.turnpike.shared.Unavailable;

/**
 * Delivers what is due, on one node at a time: sent outside of any transaction, recorded in one
 * that confirms the lease. Should a node die between the two, it is sent again under the same id.
 */
@ApplicationScoped
public class DeliverNotifications {
  static final Duration KEPT = Duration.ofDays(400);

  private static final Logger LOG = System.getLogger(DeliverNotifications.class.getName());
  private static final String WORK = "notifications";

  /** Longer than one sending may take: a mail server may think 15 s over each of 26 answers. */
  private static final Duration LEASE = Duration.ofMinutes(8);

  private static final int AT_ONCE = 50;

  private Outbox outbox;
  private Destinations destinations;
  private MailSender mail;
  private WebhookSender webhooks;
  private Leases leases;
  private Transactions transactions;
  private Clock clock;

  private record Parcel(Notification notification, Destination to) {}

  protected DeliverNotifications() {}

  @Inject
  public DeliverNotifications(
      Outbox outbox,
      Destinations destinations,
      MailSender mail,
      WebhookSender webhooks,
      Leases leases,
      Transactions transactions,
      Clock clock) {
    this.outbox = outbox;
    this.destinations = destinations;
    this.mail = mail;
    this.webhooks = webhooks;
    this.leases = leases;
    this.transactions = transactions;
    this.clock = clock;
  }

  /** Nothing is written, and no lease taken, while nothing is due. */
  public void deliver() {
    if (due(1).isEmpty()) {
      return;
    }
    leases
        .take(WORK, LEASE)
        .ifPresent(
            lease -> {
              try {
                due(AT_ONCE).forEach(id -> deliver(id, lease));
              } finally {
                leases.release(lease);
              }
            });
  }

  /** Forgets what was told long ago. */
  public int forget() {
    return transactions.call(() -> outbox.forgetBefore(clock.instant().minus(KEPT)));
  }

  private List<NotificationId> due(int most) {
    return transactions.call(
        () -> outbox.due(clock.instant(), most).stream().map(Notification::id).toList());
  }

  private void deliver(NotificationId id, Leases.Lease lease) {
    Optional<Parcel> parcel = transactions.call(() -> pack(id, lease));
    if (parcel.isEmpty()) {
      return;
    }
    try {
      send(parcel.get());
    } catch (Unavailable e) {
      record(id, lease, told -> told.failed(e.getMessage(), e.retryAfter(), clock.instant()));
      return;
    } catch (RuntimeException e) {
      LOG.log(Level.WARNING, "Delivering the notification " + id + " broke off", e);
      record(id, lease, told -> told.failed("broke off; the log says why", null, clock.instant()));
      return;
    }
    record(id, lease, told -> told.delivered(clock.instant()));
  }

  /** Nothing where the destination was removed since, or another was faster. */
  private Optional<Parcel> pack(NotificationId id, Leases.Lease lease) {
    leases.confirm(lease);
    return outbox
        .find(id)
        .filter(told -> told.state() == Notification.State.WAITING)
        .flatMap(
            told ->
                destinations
                    .find(told.destination())
                    .filter(to -> to.removedAt() == null)
                    .map(to -> new Parcel(told, to)));
  }

  private void send(Parcel parcel) {
    switch (parcel.to().kind()) {
      case MAIL -> mail.send(parcel.to(), parcel.notification());
      case WEBHOOK -> webhooks.send(parcel.to(), parcel.notification());
    }
  }

  private void record(
      NotificationId id, Leases.Lease lease, java.util.function.Consumer<Notification> result) {
    transactions.run(
        () -> {
          leases.confirm(lease);
          outbox
              .find(id)
              .filter(told -> told.state() == Notification.State.WAITING)
              .ifPresent(result);
        });
  }
}
