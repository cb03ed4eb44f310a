package org.turnpike.simulator.turn;

import java.util.List;

/** The urls a minted credential is good for. */
public record IceUrls(List<String> stun, List<String> turn) {

  public IceUrls {
    stun = List.copyOf(stun);
    turn = List.copyOf(turn);
  }

  /** Cloudflare's newest documented list. */
  public static IceUrls documented() {
    return new IceUrls(
        List.of("stun:stun.cloudflare.com:3478"),
        List.of(
            "turn:turn.cloudflare.com:3478?transport=udp",
            "turn:turn.cloudflare.com:443?transport=udp",
            "turn:turn.cloudflare.com:3478?transport=tcp",
            "turn:turn.cloudflare.com:80?transport=tcp",
            "turns:turn.cloudflare.com:5349?transport=tcp",
            "turns:turn.cloudflare.com:443?transport=tcp"));
  }

  /** The same with the port-53 urls of older replies, which browsers block. */
  public static IceUrls withPort53() {
    return new IceUrls(
        List.of("stun:stun.cloudflare.com:3478", "stun:stun.cloudflare.com:53"),
        List.of(
            "turn:turn.cloudflare.com:3478?transport=udp",
            "turn:turn.cloudflare.com:53?transport=udp",
            "turn:turn.cloudflare.com:443?transport=udp",
            "turn:turn.cloudflare.com:3478?transport=tcp",
            "turn:turn.cloudflare.com:80?transport=tcp",
            "turns:turn.cloudflare.com:5349?transport=tcp",
            "turns:turn.cloudflare.com:443?transport=tcp"));
  }
}
