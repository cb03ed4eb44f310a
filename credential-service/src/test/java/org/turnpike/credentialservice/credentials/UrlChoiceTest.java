package org.turnpike.credentialservice.credentials;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.turnpike.credential.IceServer;
import org.turnpike.shared.Secret;

class UrlChoiceTest {
  private static final String STUN = "stun:stun.cloudflare.com:3478";
  private static final String UDP = "turn:turn.cloudflare.com:3478?transport=udp";
  private static final String UDP_443 = "turn:turn.cloudflare.com:443?transport=udp";
  private static final String TCP = "turn:turn.cloudflare.com:3478?transport=tcp";
  private static final String TCP_80 = "turn:turn.cloudflare.com:80?transport=tcp";
  private static final String TLS = "turns:turn.cloudflare.com:5349?transport=tcp";
  private static final String TLS_443 = "turns:turn.cloudflare.com:443?transport=tcp";
  private static final List<IceServer> MINTED =
      List.of(
          new IceServer(List.of(STUN), null, null),
          new IceServer(
              List.of(UDP, UDP_443, TCP, TCP_80, TLS, TLS_443), "user", Secret.of("password")));

  @Test
  void everything_stays_when_nothing_is_said() {
    assertThat(UrlChoice.ALL.of(MINTED)).isEqualTo(MINTED);
  }

  @ParameterizedTest
  @ValueSource(ints = {1, 2, 3, 4, 5, 6, 7, 8})
  void no_more_urls_come_than_were_asked_for_and_one_of_turn_is_among_them(int most) {
    List<String> urls = urls(EnumSet.allOf(Transport.class), most);

    assertThat(urls).hasSize(Math.min(most, 7)).contains(UDP);
  }

  @Test
  void the_best_of_each_transport_comes_before_the_second_best_of_any() {
    Set<Transport> all = EnumSet.allOf(Transport.class);

    assertThat(urls(all, 2)).containsExactly(STUN, UDP);
    assertThat(urls(all, 3)).containsExactly(STUN, UDP, TLS_443);
    assertThat(urls(all, 4)).containsExactly(STUN, UDP, TCP, TLS_443);
    assertThat(urls(all, 5)).containsExactly(STUN, UDP, UDP_443, TCP, TLS_443);
  }

  @Test
  void stun_stays_whatever_the_transports() {
    assertThat(urls(EnumSet.of(Transport.UDP), 9)).containsExactly(STUN, UDP, UDP_443);
    assertThat(urls(EnumSet.of(Transport.TCP), 9)).containsExactly(STUN, TCP, TCP_80);
    assertThat(urls(EnumSet.of(Transport.TLS), 9)).containsExactly(STUN, TLS, TLS_443);
  }

  @Test
  void an_ice_server_without_urls_is_left_out_and_credentials_stay_with_theirs() {
    List<IceServer> chosen = new UrlChoice(EnumSet.of(Transport.UDP), 1).of(MINTED);

    assertThat(chosen).containsExactly(new IceServer(List.of(UDP), "user", Secret.of("password")));
  }

  @Test
  void servers_of_stun_and_turn_together_are_understood() {
    List<IceServer> mixed =
        List.of(new IceServer(List.of(STUN, TLS, UDP), "user", Secret.of("password")));

    assertThat(new UrlChoice(EnumSet.of(Transport.UDP), 9).of(mixed).get(0).urls())
        .containsExactly(STUN, UDP);
  }

  @ParameterizedTest
  @CsvSource({
    "turn:t.example, UDP",
    "turn:t.example:3478, UDP",
    "turn:t.example?transport=udp, UDP",
    "turn:[2001:db8::1]:3478?transport=tcp, TCP",
    "turns:t.example, TLS",
    "turns:t.example:443?transport=tcp, TLS",
    "stun:t.example,",
    "stun:t.example:3478,",
  })
  void a_url_says_its_transport(String url, Transport transport) {
    assertThat(Transport.of(url)).isEqualTo(transport);
  }

  private static List<String> urls(Set<Transport> transports, int most) {
    return new UrlChoice(transports, most)
        .of(MINTED).stream().flatMap(server -> server.urls().stream()).toList();
  }
}
