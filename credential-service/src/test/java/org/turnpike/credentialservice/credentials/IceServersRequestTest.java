package org.turnpike.credentialservice.credentials;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import java.util.List;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.turnpike.credential.TimeToLive;
import org.turnpike.shared.Rejected;
import org.turnpike.tenant.TtlBounds;

class IceServersRequestTest {
  @Test
  void nothing_of_it_is_needed() {
    IceServersRequest request = new IceServersRequest(null, null, null, null, null);

    assertThat(request.timeToLive(TtlBounds.ANY)).isEqualTo(TimeToLive.USUAL);
    assertThat(request.identifier()).isNull();
    assertThat(request.urls()).isEqualTo(UrlChoice.ALL);
  }

  @ParameterizedTest
  @ValueSource(ints = {0, -1, 172_801, Integer.MAX_VALUE, Integer.MIN_VALUE})
  void a_ttl_out_of_bounds_is_refused(int ttl) {
    IceServersRequest request = new IceServersRequest(ttl, null, null, null, null);

    assertThat(refusedField(() -> request.timeToLive(TtlBounds.ANY))).isEqualTo("ttl");
  }

  @Test
  void without_a_ttl_it_is_the_one_the_tenant_chose() {
    IceServersRequest request = new IceServersRequest(null, null, null, null, null);

    assertThat(request.timeToLive(new TtlBounds(600, 7_200, 3_600)))
        .isEqualTo(new TimeToLive(3_600));
  }

  @Test
  void an_empty_identifier_is_refused() {
    IceServersRequest request = new IceServersRequest(null, "", null, null, null);

    assertThat(refusedField(request::identifier)).isEqualTo("customIdentifier");
  }

  @Test
  void transports_are_udp_tcp_and_tls() {
    assertThat(
            new IceServersRequest(null, null, List.of("tls", "udp"), 3, null).urls().transports())
        .containsExactlyInAnyOrder(Transport.UDP, Transport.TLS);
    assertThat(refusedField(new IceServersRequest(null, null, List.of("dtls"), null, null)::urls))
        .isEqualTo("transports");
    assertThat(refusedField(new IceServersRequest(null, null, List.of("UDP"), null, null)::urls))
        .isEqualTo("transports");
    assertThat(refusedField(new IceServersRequest(null, null, List.of(), null, null)::urls))
        .isEqualTo("transports");
  }

  @Test
  void less_than_one_url_is_refused() {
    assertThat(refusedField(new IceServersRequest(null, null, null, 0, null)::urls))
        .isEqualTo("maxUrls");
  }

  private static String refusedField(ThrowingCallable call) {
    return catchThrowableOfType(Rejected.class, call).errors().get(0).field();
  }
}
