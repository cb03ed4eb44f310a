package org.turnpike.notification;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.Clock;
import java.time.Instant;
import java.util.List;
import org.turnpike.audit.AuditEntry;
import org.turnpike.audit.AuditTrail;
import org.turnpike.identity.Caller;
import org.turnpike.identity.Scope;
import org.turnpike.shared.Rejected;
import org.turnpike.shared.Secret;
import org.turnpike.shared.Transactions;

/** Operators say where notifications go. */
@ApplicationScoped
public class ManageDestinations {
  private Destinations destinations;
  private Outbox outbox;
  private MailSender mail;
  private AuditTrail audit;
  private Transactions transactions;
  private Clock clock;

  protected ManageDestinations() {}

  @Inject
  public ManageDestinations(
      Destinations destinations,
      Outbox outbox,
      MailSender mail,
      AuditTrail audit,
      Transactions transactions,
      Clock clock) {
    this.destinations = destinations;
    this.outbox = outbox;
    this.mail = mail;
    this.audit = audit;
    this.transactions = transactions;
    this.clock = clock;
  }

  /**
   * A destination just added.
   *
   * @param secret what its calls are signed with, shown this once; null for mail
   */
  public record Added(Destination destination, Secret secret) {}

  /** Oldest first, without those removed. */
  public List<Destination> list(Caller caller) {
    caller.requireEverywhere(Scope.ADMIN);
    return transactions.call(destinations::active);
  }

  public boolean maySendMail(Caller caller) {
    caller.requireEverywhere(Scope.ADMIN);
    return mail.isSet();
  }

  public Added addMail(Caller caller, String name, List<String> addresses) {
    caller.requireEverywhere(Scope.ADMIN);
    Destination added = Destination.mail(name, addresses, clock.instant());
    if (!mail.isSet()) {
      throw Rejected.conflict("No mail server is set (turnpike.smtp.host): no mail can be sent.");
    }
    return add(caller, added);
  }

  public Added addWebhook(Caller caller, String name, String url) {
    caller.requireEverywhere(Scope.ADMIN);
    return add(caller, Destination.webhook(name, url, clock.instant()));
  }

  /** What waits for it is given up. */
  public void remove(Caller caller, DestinationId id) {
    caller.requireEverywhere(Scope.ADMIN);
    transactions.run(
        () -> {
          Destination destination = find(id);
          destination.remove(clock.instant());
          outbox.waiting(id).forEach(told -> told.giveUp("The destination was removed."));
          tell(caller, "notification-destination.removed", destination, null);
        });
  }

  /** Lets a test message go there, to be seen among the notifications. */
  public Told test(Caller caller, DestinationId id) {
    caller.requireEverywhere(Scope.ADMIN);
    return transactions.call(
        () -> {
          Destination destination = find(id);
          Instant now = clock.instant();
          Notification test =
              new Notification(
                  destination,
                  new Alert(
                      "notification.tested",
                      "Turnpike: a test message",
                      "This is a test. Notifications of Turnpike arrive here.",
                      Facts.NONE),
                  now);
          outbox.append(test);
          tell(caller, "notification-destination.tested", destination, null);
          return new Told(test, destination);
        });
  }

  private Added add(Caller caller, Destination added) {
    transactions.run(
        () -> {
          destinations.add(added);
          tell(caller, "notification-destination.added", added, added.kind().wireName());
        });
    return new Added(added, added.secret());
  }

  private Destination find(DestinationId id) {
    return destinations
        .find(id)
        .filter(found -> found.removedAt() == null)
        .orElseThrow(() -> Rejected.notFound("notification destination"));
  }

  private void tell(Caller caller, String action, Destination destination, String detail) {
    audit.append(
        new AuditEntry(clock.instant(), caller.actor(), null, action, destination.name(), detail));
  }
}
