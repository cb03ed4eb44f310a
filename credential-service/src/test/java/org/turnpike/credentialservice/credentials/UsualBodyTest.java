package org.turnpike.credentialservice.credentials;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.turnpike.credentialservice.rules.Json;

class UsualBodyTest {
  @ParameterizedTest
  @ValueSource(
      strings = {
        "{}",
        "{\"customIdentifier\":\"user-1\"}",
        "{\"ttl\":3600}",
        " { \"ttl\" : 0 , \"customIdentifier\" : \"Grüße \\u00fc \\n\" } ",
        "{\"customIdentifier\":\"\",\"ttl\":-1}"
      })
  void is_read_as_any_body_is(String body) {
    assertThat(read(body)).isEqualTo(Json.read(bytes(body), IceServersRequest.class)).isNotNull();
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "",
        "null",
        "[]",
        "{",
        "{}{}",
        "{\"ttl\":1.0}",
        "{\"ttl\":\"1\"}",
        "{\"ttl\":null}",
        "{\"ttl\":3000000000}",
        "{\"ttl\":1,\"ttl\":1}",
        "{\"ttl\":1,}",
        "{'ttl':1}",
        "{\"customIdentifier\":7}",
        "{\"customIdentifier\":{}}",
        "{\"customIdentifier\":\"a\",\"customIdentifier\":\"b\"}",
        "{\"customIdentifier\":\"\\u0000\"}",
        "{\"customIdentifier\":\"\\ud800\"}",
        "{\"customIdentifier\":\"🎉\"}",
        "{\"transports\":[\"udp\"]}",
        "{\"maxUrls\":1}",
        "{\"other\":1}"
      })
  void leaves_what_is_unusual_or_wrong_to_whoever_can_say_so(String body) {
    assertThat(read(body)).isNull();
  }

  @Test
  void leaves_bytes_that_are_no_utf_8() {
    byte[] body = bytes("{\"customIdentifier\":\"user-?\"}");
    body[body.length - 3] = (byte) 0xC0;

    assertThat(UsualBody.read(body)).isNull();
  }

  private static IceServersRequest read(String body) {
    return UsualBody.read(bytes(body));
  }

  private static byte[] bytes(String body) {
    return body.getBytes(StandardCharsets.UTF_8);
  }
}
