package org.turnpike.notification;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.Clock;
import org.turnpike.shared.Transactions;

/** Tells an alert to every destination there is, in the transaction of the fact itself. */
@ApplicationScoped
public class Notify {
  private Destinations destinations;
  private Outbox outbox;
  private Transactions transactions;
  private Clock clock;

  protected Notify() {}

  @Inject
  public Notify(Destinations destinations, Outbox outbox, Transactions transactions, Clock clock) {
    this.destinations = destinations;
    this.outbox = outbox;
    this.transactions = transactions;
    this.clock = clock;
  }

  public void tell(Alert alert) {
    transactions.run(
        () ->
            destinations
                .active()
                .forEach(to -> outbox.append(new Notification(to, alert, clock.instant()))));
  }
}
