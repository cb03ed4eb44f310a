package org.turnpike.cloudflare;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.turnpike.credential.IceServer;
import org.turnpike.shared.Secret;
import org.turnpike.shared.Unavailable;

class MintedIceServersTest {
  private static final String TURN = "turn:turn.cloudflare.com:3478?transport=udp";
  private static final String STUN = "stun:stun.cloudflare.com:3478";

  @Test
  void the_array_is_read() {
    assertThat(
            read(
                """
                {"iceServers": [{"urls": ["%s"]},
                                {"urls": ["%s"], "username": "u", "credential": "c"}]}
                """
                    .formatted(STUN, TURN)))
        .containsExactly(stun(), turn(TURN));
  }

  @Test
  void the_object_is_read() {
    assertThat(
            read(
                """
                {"iceServers": {"urls": ["%s", "%s"], "username": "u", "credential": "c"}}
                """
                    .formatted(STUN, TURN)))
        .containsExactly(turn(STUN, TURN));
  }

  @Test
  void one_url_may_stand_without_a_list() {
    assertThat(
            read(
                """
                {"iceServers": {"urls": "%s", "username": "u", "credential": "c"}}
                """
                    .formatted(TURN)))
        .containsExactly(turn(TURN));
  }

  @Test
  void urls_on_port_53_are_left_out_and_5349_stays() {
    assertThat(
            read(
                """
                {"iceServers": [{"urls": ["stun:stun.cloudflare.com:53"]},
                  {"urls": ["turn:turn.cloudflare.com:53?transport=udp",
                            "turns:turn.cloudflare.com:5349?transport=tcp"],
                   "username": "u", "credential": "c"}]}
                """))
        .containsExactly(turn("turns:turn.cloudflare.com:5349?transport=tcp"));
  }

  @Test
  void a_relay_without_a_credential_is_left_out() {
    assertThat(
            read(
                """
                {"iceServers": [{"urls": ["%s", "%s"], "username": null, "credential": null},
                                {"urls": ["%s"], "username": "u", "credential": "c"}]}
                """
                    .formatted(STUN, TURN, TURN)))
        .containsExactly(stun(), turn(TURN));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "{}",
        "[]",
        "null",
        "7",
        "{'iceServers': null}",
        "{'iceServers': 42}",
        "{'iceServers': []}",
        "{'iceServers': [7]}",
        "{'iceServers': {}}",
        "{'iceServers': {'urls': 7, 'username': 'u', 'credential': 'c'}}",
        "{'iceServers': {'urls': [7], 'username': 'u', 'credential': 'c'}}",
        "{'iceServers': {'urls': [], 'username': 'u', 'credential': 'c'}}",
        "{'iceServers': {'urls': 'turn:t:53', 'username': 'u', 'credential': 'c'}}",
        "{'iceServers': {'urls': 'turn:t', 'username': 'u'}}",
        "{'iceServers': {'urls': 'turn:t', 'credential': 'c'}}",
        "{'iceServers': {'urls': 'turn:t', 'username': '', 'credential': 'c'}}",
        "{'iceServers': {'urls': 'turn:t', 'username': 'u', 'credential': ' '}}",
        "{'iceServers': {'urls': 'turn:t', 'username': 7, 'credential': 'c'}}",
        "{'iceServers': {'urls': 'turn:t', 'username': {}, 'credential': 'c'}}",
        "{'iceServers': {'urls': 'stun:t'}}",
        "{'iceServers': [{'urls': 'turn:t', 'username': 'u', 'credential': 'c'},"
            + " {'urls': 'turn:t', 'username': 'other', 'credential': 'c'}]}",
        "{'iceServers': {'urls': 'turn:t', 'username': 'u', 'credential': 'c'}",
        "{'iceServers': {'urls': 'turn:t', 'username': 'u', 'credential': 'c'}} {}",
        "<html>",
        ""
      })
  void what_is_no_credential_is_never_half_believed(String reply) {
    assertThatThrownBy(() -> read(reply.replace('\'', '"')))
        .isInstanceOf(Unavailable.class)
        .hasMessageStartingWith("Cloudflare answered what cannot be: ");
  }

  @Test
  void a_username_too_long_for_stun_is_refused() {
    String reply =
        "{\"iceServers\": {\"urls\": \"turn:t\", \"username\": \"%s\", \"credential\": \"c\"}}";

    assertThat(read(reply.formatted("u".repeat(512)))).hasSize(1);
    assertThatThrownBy(() -> read(reply.formatted("u".repeat(513))))
        .isInstanceOf(Unavailable.class);
  }

  private static List<IceServer> read(String reply) {
    return MintedIceServers.read(UntrustedJson.parse(reply));
  }

  private static IceServer stun() {
    return new IceServer(List.of(STUN), null, null);
  }

  private static IceServer turn(String... urls) {
    return new IceServer(List.of(urls), "u", Secret.of("c"));
  }
}
