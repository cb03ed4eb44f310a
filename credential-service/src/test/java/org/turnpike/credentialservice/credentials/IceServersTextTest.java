package org.turnpike.credentialservice.credentials;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.util.EnumSet;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.turnpike.credential.CredentialGrant;
import org.turnpike.credential.GrantId;
import org.turnpike.credential.IceServer;
import org.turnpike.credential.IssueCredentials.Issued;
import org.turnpike.credentialservice.rules.Json;
import org.turnpike.shared.Secret;

class IceServersTextTest {
  private static final Instant NOW = Instant.parse("2026-11-22T08:00:00Z");
  private static final String TURN = "turn:turn.cloudflare.com:3478?transport=udp";
  private static final String TURNS = "turns:turn.cloudflare.com:443?transport=tcp";

  private final IceServersText text = new IceServersText();

  @ParameterizedTest
  @EnumSource
  void reads_as_the_reply_does_whatever_the_source(CredentialGrant.Source source) {
    Issued issued = issued("user", Duration.ofMillis(86_399_999), source);

    assertReadsAsTheReply(issued, UrlChoice.ALL);
    assertReadsAsTheReply(issued, new UrlChoice(EnumSet.of(Transport.TLS), 1));
  }

  @ParameterizedTest
  @ValueSource(strings = {"a\"b\\c", "Grüße 🎉", "</script>", "a\tb"})
  void what_cloudflare_made_up_is_escaped(String username) {
    assertReadsAsTheReply(
        issued(username, Duration.ofMinutes(10), CredentialGrant.Source.MINTED), UrlChoice.ALL);
  }

  @Test
  void the_life_that_is_left_and_the_refresh_are_those_of_the_call() {
    Issued first = issued("user", Duration.ofMinutes(10), CredentialGrant.Source.MINTED);
    Issued later =
        new Issued(
            first.iceServers(),
            Duration.ofSeconds(7),
            first.expiresAt(),
            NOW.plusSeconds(3),
            first.grant(),
            CredentialGrant.Source.REUSED);

    assertReadsAsTheReply(first, UrlChoice.ALL);
    assertReadsAsTheReply(later, UrlChoice.ALL);
  }

  @Test
  void what_more_there_is_comes_last() {
    Issued issued = issued("user", Duration.ofMinutes(10), CredentialGrant.Source.MINTED);
    String plain = text.of(issued, UrlChoice.ALL, "");

    assertThat(text.of(issued, UrlChoice.ALL, ",\"more\":1"))
        .isEqualTo(plain.substring(0, plain.length() - 1) + ",\"more\":1}");
  }

  /** Twice, for the second comes from memory. */
  private void assertReadsAsTheReply(Issued issued, UrlChoice urls) {
    String reply =
        Json.text(
            new IceServersReply(
                IceServersReply.servers(urls.of(issued.iceServers())),
                issued.expiresAt(),
                issued.grant() == null ? null : issued.grant().value(),
                issued.refreshAfter(),
                issued.ttl().toSeconds(),
                issued.source().wireName(),
                null));

    assertThat(text.of(issued, urls, "")).isEqualTo(reply);
    assertThat(text.of(issued, urls, "")).isEqualTo(reply);
  }

  private static Issued issued(String username, Duration left, CredentialGrant.Source source) {
    List<IceServer> iceServers =
        List.of(
            new IceServer(List.of("stun:stun.cloudflare.com:3478"), null, null),
            new IceServer(List.of(TURN, TURNS), username, Secret.of("p\"w")));
    return new Issued(
        iceServers,
        left,
        NOW.plus(left),
        NOW.plusNanos(120_000_000),
        source == CredentialGrant.Source.FALLBACK ? null : new GrantId(new UUID(1, 2)),
        source);
  }
}
