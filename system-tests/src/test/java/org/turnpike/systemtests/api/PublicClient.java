package org.turnpike.systemtests.api;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import org.turnpike.systemtests.world.Answer;

/**
 * Public programs that ask Cloudflare for credentials: what each sends, recorded from its code at
 * work with another base URL, and what it makes of the answer.
 */
enum PublicClient {
  /**
   * Package partytracks 0.0.54 of the npm registry (cloudflare/partykit, packages/partytracks), its
   * {@code routePartyTracksRequest} on Node 20 with {@code realtimeApiBaseUrl} set. It names no
   * type for its JSON, which {@code fetch} therefore calls plain text.
   */
  PARTYTRACKS(
      """
      POST /api/cloudflare/v1/turn/keys/{uid}/credentials/generate-ice-servers HTTP/1.1
      host: {host}
      connection: keep-alive
      Authorization: Bearer {key}
      content-type: text/plain;charset=UTF-8
      accept: */*
      accept-language: *
      sec-fetch-mode: cors
      user-agent: node
      accept-encoding: gzip, deflate
      content-length: 13

      {"ttl":86400}""") {
    @Override
    void read(Answer answer) {
      assertThat(answer.status()).isBetween(200, 299);
      assertFitForPeerConnection(answer.json().get("iceServers"));
    }
  },

  /** Package fastrtc of PyPI (gradio-app/fastrtc, backend/fastrtc/credentials.py), httpx 0.28.1. */
  FASTRTC(
      """
      POST /api/cloudflare/v1/turn/keys/{uid}/credentials/generate-ice-servers HTTP/1.1
      Host: {host}
      Accept: */*
      Accept-Encoding: gzip, deflate
      Connection: keep-alive
      User-Agent: python-httpx/0.28.1
      Authorization: Bearer {key}
      Content-Type: application/json
      Content-Length: 11

      {"ttl":600}""") {
    @Override
    void read(Answer answer) {
      assertThat(answer.status()).isBetween(200, 299);
      assertFitForPeerConnection(answer.json().get("iceServers"));
    }
  },

  /** Cloudflare's meeting app (cloudflare/orange, app/utils/getIceServers.server.ts). */
  ORANGE(
      """
      POST /api/cloudflare/v1/turn/keys/{uid}/credentials/generate HTTP/1.1
      host: {host}
      connection: keep-alive
      Authorization: Bearer {key}
      content-type: text/plain;charset=UTF-8
      accept: */*
      accept-language: *
      sec-fetch-mode: cors
      user-agent: node
      accept-encoding: gzip, deflate
      content-length: 13

      {"ttl":86400}""") {
    @Override
    void read(Answer answer) {
      JsonNode one = answer.json().get("iceServers");
      assertThat(one.isObject()).isTrue();
      assertThat(one.get("urls")).isNotEmpty();
      assertThat(one.get("username").asText()).isNotBlank();
      assertThat(one.get("credential").asText()).isNotBlank();
    }
  },

  /** Cloudflare's speed test (cloudflare/speedtest, example/turn-worker/src/index.ts). */
  SPEEDTEST(
      """
      POST /api/cloudflare/v1/turn/keys/{uid}/credentials/generate HTTP/1.1
      host: {host}
      connection: keep-alive
      authorization: Bearer {key}
      content-type: application/json
      accept: */*
      accept-language: *
      sec-fetch-mode: cors
      user-agent: node
      accept-encoding: gzip, deflate
      content-length: 11

      {"ttl":240}""") {
    @Override
    void read(Answer answer) {
      JsonNode one = answer.expect(201).get("iceServers");
      assertThat(one.get("urls"))
          .anyMatch(url -> url.asText().matches("turn:.*\\?(.*&)?transport=udp"));
      assertThat(one.get("username").asText()).isNotBlank();
      assertThat(one.get("credential").asText()).isNotBlank();
    }
  };

  private final String request;

  PublicClient(String request) {
    this.request = request;
  }

  /** What it sends for a TURN key. */
  String request(String uid) {
    return request.replace("{uid}", uid);
  }

  /** As its code does with an answer that it takes for a success. */
  abstract void read(Answer answer);

  /** W3C: a TURN server needs both words, and STUN takes no query. */
  private static void assertFitForPeerConnection(JsonNode iceServers) {
    assertThat(iceServers.isArray()).isTrue();
    assertThat(iceServers).anyMatch(server -> server.at("/urls/0").asText().startsWith("turn:"));
    for (JsonNode server : iceServers) {
      for (JsonNode url : server.get("urls")) {
        boolean relay = url.asText().startsWith("turn");
        assertThat(server.hasNonNull("username") && server.hasNonNull("credential"))
            .as(url.asText())
            .isEqualTo(relay);
        assertThat(relay || !url.asText().contains("?")).as(url.asText()).isTrue();
      }
    }
  }
}
