package org.turnpike.console.notification;

import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import jakarta.servlet.http.HttpServletRequest;
import java.util.List;
import java.util.UUID;
import org.turnpike.console.gate.Person;
import org.turnpike.console.shell.Notices;
import org.turnpike.notification.Destination;
import org.turnpike.notification.DestinationId;
import org.turnpike.notification.ManageDestinations;
import org.turnpike.notification.Notification;
import org.turnpike.notification.NotificationId;
import org.turnpike.notification.ReplayNotification;
import org.turnpike.notification.Told;
import org.turnpike.shared.Slice;

/** Destinations, and the latest that was told to each. */
@Named("notifications")
@RequestScoped
public class NotificationsPage {
  @Inject Person person;
  @Inject ManageDestinations manage;
  @Inject ReplayNotification replay;
  @Inject Notices notices;
  @Inject HttpServletRequest request;

  private List<Destination> destinations;
  private Slice<Told> told;

  /** Refuses whoever may not see the page, before anything of it is drawn. */
  public void open() {
    destinations();
  }

  public List<Destination> destinations() {
    if (destinations == null) {
      destinations = manage.list(person.caller());
    }
    return destinations;
  }

  public List<Told> told() {
    return slice().items();
  }

  /** Whether there are older ones. */
  public boolean more() {
    return slice().next() != null;
  }

  private Slice<Told> slice() {
    if (told == null) {
      told = replay.list(person.caller(), new Slice.Request(Slice.MOST, null));
    }
    return told;
  }

  public boolean maySendMail() {
    return manage.maySendMail(person.caller());
  }

  public void test() {
    Told test = manage.test(person.caller(), destination());
    forget();
    notices.done("A test message is on its way to " + test.to().name());
  }

  public void remove() {
    manage.remove(person.caller(), destination());
    forget();
    notices.done("Nothing is sent there any more");
  }

  public void replay() {
    Told again =
        replay.replay(
            person.caller(),
            new NotificationId(UUID.fromString(request.getParameter("notification"))));
    forget();
    notices.done("It is on its way to " + again.to().name() + " once more");
  }

  /** What people call where it stands. */
  public String state(Notification notification) {
    return switch (notification.state()) {
      case WAITING -> notification.attempts() == 0 ? "On its way" : "Tried again";
      case DELIVERED -> "Delivered";
      case GIVEN_UP -> "Given up";
    };
  }

  public String tone(Notification notification) {
    return switch (notification.state()) {
      case WAITING -> notification.attempts() == 0 ? "info" : "warn";
      case DELIVERED -> "ok";
      case GIVEN_UP -> "bad";
    };
  }

  /** Whether it may be sent once more. */
  public boolean mayReplay(Told row) {
    return row.notification().state() != Notification.State.WAITING && row.to().removedAt() == null;
  }

  /** The lists are to be read again. */
  void forget() {
    destinations = null;
    told = null;
  }

  private DestinationId destination() {
    return new DestinationId(UUID.fromString(request.getParameter("destination")));
  }
}
