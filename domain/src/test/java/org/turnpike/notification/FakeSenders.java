package org.turnpike.notification;

import java.util.ArrayList;
import java.util.List;
import org.turnpike.world.InMemoryTransactions;

/** Takes what is sent, or fails as a test says; it is never called within a transaction. */
public final class FakeSenders implements MailSender, WebhookSender {
  private final InMemoryTransactions transactions;
  private final List<Sent> sent = new ArrayList<>();
  private RuntimeException failure;
  private Runnable meanwhile = () -> {};
  private boolean set = true;

  /** What was sent where, as it was then. */
  public record Sent(Destination to, NotificationId id, String type, String subject, String text) {}

  public FakeSenders(InMemoryTransactions transactions) {
    this.transactions = transactions;
  }

  /** From now on, until null. */
  public void failWith(RuntimeException other) {
    failure = other;
  }

  public void haveNoMailServer() {
    set = false;
  }

  /** What happens while something is sent. */
  public void meanwhile(Runnable what) {
    meanwhile = what;
  }

  public List<Sent> sent() {
    return sent;
  }

  @Override
  public boolean isSet() {
    return set;
  }

  @Override
  public void send(Destination to, Notification notification) {
    if (transactions.isRunning()) {
      throw new IllegalStateException("Sending within a transaction");
    }
    meanwhile.run();
    if (failure != null) {
      throw failure;
    }
    Alert alert = notification.alert();
    sent.add(new Sent(to, notification.id(), alert.type(), alert.subject(), alert.text()));
  }
}
