package org.turnpike.network;

import java.util.stream.Collectors;
import org.turnpike.network.RelayAddress.Family;

/** What somebody whose calls do not get through sends to the administrator of his network. */
public final class FirewallLetter {
  private static final String TEXT =
      """
      Please allow these outgoing connections, so that video calls work from our network. They go \
      to the relays of Cloudflare Realtime TURN (turn.cloudflare.com) and to its STUN server \
      (stun.cloudflare.com).

      Addresses, IPv4:  %s
      Addresses, IPv6:  %s

      UDP   3478 and 443    STUN (3478) and TURN: the best way for picture and sound
      TCP   3478 and 80     TURN, where UDP is not possible
      TLS   5349 and 443    TURN over TLS (TCP); please except it from TLS inspection

      No incoming connection is needed. The addresses may change; Cloudflare asks to follow within \
      14 days.
      """;

  private FirewallLetter() {}

  /** The text, several lines. */
  public static String of(AddressSet addresses) {
    return TEXT.formatted(blocks(addresses, Family.IPV4), blocks(addresses, Family.IPV6));
  }

  private static String blocks(AddressSet addresses, Family family) {
    return addresses.of(family).all().stream()
        .map(RelayAddress::block)
        .collect(Collectors.joining("   "));
  }
}
