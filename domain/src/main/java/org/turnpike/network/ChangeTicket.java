package org.turnpike.network;

import java.time.Instant;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.util.Locale;

/** What is to be written to whoever runs the firewall, ready to copy. */
public final class ChangeTicket {
  private static final DateTimeFormatter MINUTE =
      DateTimeFormatter.ofPattern("d MMMM uuuu, HH:mm zzz", Locale.ENGLISH);

  private static final String PORTS =
      """
      on these ports:
        3478 udp, 3478 tcp   STUN and TURN
        443 udp, 80 tcp      TURN
        5349 tcp, 443 tcp    TURN over TLS
      """;

  private ChangeTicket() {}

  /**
   * The text, several lines; what was opened before stays open until calls no longer need it.
   *
   * @param zone in which instants are written
   */
  public static String of(AddressWatch watch, ZoneId zone) {
    StringBuilder text = new StringBuilder();
    if (watch.added().isEmpty()) {
      text.append("Firewall: addresses of Cloudflare's TURN and STUN servers\n\n")
          .append("Let clients connect, outbound, to:\n");
      list(text, watch.inUse());
    } else {
      text.append("Firewall change: new addresses of Cloudflare's TURN and STUN servers\n\n");
      deadline(text, watch, zone);
      text.append("Let clients connect, outbound, to these as well:\n");
      list(text, watch.added());
    }
    text.append(PORTS);
    if (!watch.removed().isEmpty()) {
      text.append("\nNo longer in use; may be closed after the others are open:\n");
      list(text, watch.removed());
    }
    if (!watch.added().isEmpty()) {
      text.append("\nAll that has to be open then:\n");
      list(text, watch.inUse());
    }
    return text.append("\nAs A and AAAA of ")
        .append(String.join(" and ", RelayAddresses.NAMES))
        .append(" say; answers come back on the same connections.\n")
        .toString();
  }

  private static void deadline(StringBuilder text, AddressWatch watch, ZoneId zone) {
    Countdown countdown = watch.countdown();
    if (countdown != null) {
      text.append("To be done by ")
          .append(minute(countdown.until(), zone))
          .append(": 14 days after the change was first seen, ")
          .append(minute(countdown.since(), zone))
          .append(". Calls may fail from then on.\n\n");
    }
  }

  private static void list(StringBuilder text, AddressSet addresses) {
    addresses.all().forEach(address -> text.append("  ").append(address.block()).append('\n'));
  }

  private static String minute(Instant instant, ZoneId zone) {
    return MINUTE.format(instant.atZone(zone));
  }
}
