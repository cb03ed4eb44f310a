package org.turnpike.network;

import java.util.List;
import org.turnpike.network.RelayAddress.Family;
import org.turnpike.shared.Unavailable;

/**
 * What the DNS says of Cloudflare's relays; asked of the configured resolver, past any cache of
 * ours.
 */
public interface RelayAddresses {
  /** The names whose addresses clients are sent to. */
  List<String> NAMES = List.of("turn.cloudflare.com", "stun.cloudflare.com");

  /**
   * All addresses of the family that the name has. Throws {@link Unavailable}, its message for
   * people, when there is no answer, or one without any address: from nothing no firewall can be
   * changed.
   */
  AddressSet find(String name, Family family);

  /** Who is asked, for people. */
  String resolver();
}
