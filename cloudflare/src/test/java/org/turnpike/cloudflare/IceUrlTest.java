package org.turnpike.cloudflare;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class IceUrlTest {
  @ParameterizedTest
  @CsvSource({
    "stun:stun.cloudflare.com:3478, 3478, false",
    "stun:stun.cloudflare.com, 3478, false",
    "stuns:stun.cloudflare.com, 5349, false",
    "turn:turn.cloudflare.com:3478?transport=udp, 3478, true",
    "turn:turn.cloudflare.com?transport=tcp, 3478, true",
    "turns:turn.cloudflare.com:443?transport=tcp, 443, true",
    "turns:turn.cloudflare.com, 5349, true",
    "turn:[2606:4700:48::1]:80?transport=tcp, 80, true",
    "turn:[2606:4700:48::53], 3478, true",
    "turn:162.159.207.1:65535, 65535, true"
  })
  void what_a_browser_takes_is_read(String text, int port, boolean relays) {
    assertThat(IceUrl.parse(text)).contains(new IceUrl(text, relays, port));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "turn:turn.cloudflare.com:53?transport=udp",
        "turn:turn.cloudflare.com:53",
        "stun:stun.cloudflare.com:53",
        "turns:[2606:4700:48::1]:53?transport=tcp",
        "turn:turn.cloudflare.com:053"
      })
  void port_53_is_blocked(String text) {
    assertThat(IceUrl.parse(text).orElseThrow().isBlocked()).isTrue();
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "turns:turn.cloudflare.com:5349?transport=tcp",
        "turn:turn.cloudflare.com:530",
        "turn:turn.cloudflare.com:1053",
        "turn:host-53.example:3478",
        "turn:[2606:4700:48::53]:3478"
      })
  void a_53_elsewhere_is_not(String text) {
    assertThat(IceUrl.parse(text).orElseThrow().isBlocked()).isFalse();
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "https://turn.cloudflare.com",
        "turn:",
        "turn:turn.cloudflare.com:0",
        "turn:turn.cloudflare.com:65536",
        "turn:turn.cloudflare.com:x",
        "turn:turn.cloudflare.com?transport=carrier-pigeon",
        "stun:stun.cloudflare.com:3478?transport=udp",
        "turn://turn.cloudflare.com:3478",
        "turn:user@turn.cloudflare.com",
        "turn:turn.cloudflare.com:3478 ",
        "turn:2606:4700:48::1"
      })
  void what_a_browser_would_refuse_is_none(String text) {
    assertThat(IceUrl.parse(text)).isEmpty();
  }
}
