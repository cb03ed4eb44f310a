package org.turnpike.notification;

import java.util.List;
import java.util.Map;
import org.turnpike.world.Callers;
import org.turnpike.world.Ports;
import org.turnpike.world.World;

/** Use cases over a world, and destinations in it. */
public final class NotificationSamples {
  public static final Alert ALERT =
      new Alert(
          "thing.changed", "A thing changed", "Two\nlines", new Facts(Map.of("what", "thing")));

  private NotificationSamples() {}

  public static Notify notify(Ports ports) {
    return new Notify(ports.destinations(), ports.outbox(), ports.transactions(), ports.clock());
  }

  public static DeliverNotifications delivery(World world) {
    return new DeliverNotifications(
        world.outbox(),
        world.destinations(),
        world.senders,
        world.senders,
        world.leases(),
        world.transactions(),
        world.clock());
  }

  public static ManageDestinations manage(World world) {
    return new ManageDestinations(
        world.destinations(),
        world.outbox(),
        world.senders,
        world.audit(),
        world.transactions(),
        world.clock());
  }

  public static Destination mail(World world) {
    return manage(world)
        .addMail(Callers.operator(), "Operations", List.of("ops@example.com"))
        .destination();
  }

  public static Destination webhook(World world) {
    return manage(world)
        .addWebhook(Callers.operator(), "Chat", "https://chat.example.com/hook")
        .destination();
  }

  /** As it stands now. */
  static Notification find(World world, Notification told) {
    return world.transactions().call(() -> world.outbox().find(told.id()).orElseThrow());
  }
}
