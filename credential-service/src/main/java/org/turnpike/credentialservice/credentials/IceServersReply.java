package org.turnpike.credentialservice.credentials;

import com.fasterxml.jackson.annotation.JsonInclude;
import io.swagger.v3.oas.annotations.media.Schema;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.turnpike.credential.IceServer;
import org.turnpike.credential.IssueCredentials;
import org.turnpike.shared.Secret;

/**
 * What is handed out: ICE servers as RTCPeerConnection takes them, and how long they last. Written
 * by {@link IceServersText}.
 */
public record IceServersReply(
    List<RtcIceServer> iceServers,
    Instant expiresAt,
    @JsonInclude(JsonInclude.Include.NON_NULL) @Schema(description = "none for STUN alone")
        UUID grantId,
    @Schema(description = "when to ask again; the new credential needs an ICE restart")
        Instant refreshAfter,
    @Schema(description = "seconds really left") long ttl,
    @Schema(allowableValues = {"minted", "reused", "reserve", "fallback"}) String source,
    @JsonInclude(JsonInclude.Include.NON_NULL)
        @Schema(
            description = "how browsers may report on calls; only where the tenant takes reports")
        RelayReportsOffer relayReports) {
  /** Where to report to, and with what. */
  @Schema(name = "RelayReportsOffer")
  record RelayReportsOffer(
      String url,
      @Schema(type = "string", description = "goes as a bearer with each report") Secret token,
      @Schema(description = "an hour after the credential") Instant expiresAt) {}

  public static IceServersReply of(IssueCredentials.Issued issued) {
    return new IceServersReply(
        servers(issued.iceServers()),
        issued.expiresAt(),
        issued.grant() == null ? null : issued.grant().value(),
        issued.refreshAfter(),
        issued.ttl().toSeconds(),
        issued.source().wireName(),
        null);
  }

  static List<RtcIceServer> servers(List<IceServer> iceServers) {
    return iceServers.stream().map(RtcIceServer::of).toList();
  }
}
