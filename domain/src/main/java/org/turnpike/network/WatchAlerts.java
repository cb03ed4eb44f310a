package org.turnpike.network;

import java.time.Instant;
import java.time.ZoneId;
import java.util.LinkedHashMap;
import java.util.Map;
import org.turnpike.notification.Alert;
import org.turnpike.notification.Facts;

/** What destinations are told of the watch. */
final class WatchAlerts {
  private WatchAlerts() {}

  static Alert of(AddressWatch.Change change, AddressWatch watch, Instant now) {
    return switch (change) {
      case BEGUN ->
          alert("begun", "Cloudflare's relays have new addresses: " + left(watch, now), watch);
      case EXTENDED ->
          alert(
              "extended",
              "Cloudflare's relays have more new addresses: " + left(watch, now),
              watch);
      case REMINDED ->
          alert(
              "reminded", "Open the firewall for Cloudflare's relays: " + left(watch, now), watch);
      case RETURNED ->
          new Alert(
              "address-watch.returned",
              "Cloudflare's relays have the former addresses again",
              "Every address that is seen is one the firewall is open for. Nothing is to be done.",
              facts(watch));
      case NOTHING -> throw new IllegalArgumentException("There is nothing to tell");
    };
  }

  private static Alert alert(String what, String subject, AddressWatch watch) {
    return new Alert(
        "address-watch." + what,
        subject,
        ChangeTicket.of(watch, ZoneId.of("UTC"))
            + "\nWhen it is done, say so in Turnpike's console, on the page Relay addresses.\n",
        facts(watch));
  }

  private static String left(AddressWatch watch, Instant now) {
    long days = watch.countdown().daysLeft(now);
    return days == 1 ? "1 day left" : days + " days left";
  }

  private static Facts facts(AddressWatch watch) {
    Map<String, Object> facts = new LinkedHashMap<>();
    if (watch.countdown() != null) {
      facts.put("since", watch.countdown().since().toString());
      facts.put("until", watch.countdown().until().toString());
    }
    facts.put("added", watch.added().texts());
    facts.put("removed", watch.removed().texts());
    facts.put("seen", watch.seen().texts());
    facts.put("opened", watch.opened().texts());
    return new Facts(facts);
  }
}
