package org.turnpike.delivery;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.turnpike.notification.Alert;
import org.turnpike.notification.Destination;
import org.turnpike.notification.Facts;
import org.turnpike.notification.ManageDestinations;
import org.turnpike.notification.Notification;
import org.turnpike.shared.Setting;
import org.turnpike.shared.Settings;
import org.turnpike.world.Callers;
import org.turnpike.world.World;

/** What is to be delivered, and where. */
final class Parcels {
  private final World world = new World();
  private final ManageDestinations manage =
      new ManageDestinations(
          world.destinations(),
          world.outbox(),
          world.senders,
          world.audit(),
          world.transactions(),
          world.clock());

  Destination webhook(String url) {
    return manage.addWebhook(Callers.operator(), "Chat", url).destination();
  }

  Destination mail(String... addresses) {
    return manage.addMail(Callers.operator(), "Operations", List.of(addresses)).destination();
  }

  Notification notification(Destination to) {
    return new Notification(
        to,
        new Alert(
            "address-watch.begun",
            "Neue Adressen: 14 Tage – los",
            "Zeile eins\nZeile „zwei“\n",
            new Facts(Map.of("added", List.of("192.0.2.77"), "until", "2026-12-06T12:00:00Z"))),
        world.clock().instant());
  }

  World world() {
    return world;
  }

  static Settings settings(Map<Setting, String> set) {
    return new Settings(setting -> Optional.ofNullable(set.get(setting)));
  }
}
