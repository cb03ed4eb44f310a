package org.turnpike.credentialservice.credentials;

import com.fasterxml.jackson.annotation.JsonInclude;
import io.swagger.v3.oas.annotations.media.Schema;
import java.util.List;
import org.turnpike.credential.IceServer;
import org.turnpike.shared.Secret;

/** An RTCIceServer of W3C's; one of STUN alone has neither username nor credential. */
@JsonInclude(JsonInclude.Include.NON_NULL)
@Schema(name = "RTCIceServer")
public record RtcIceServer(
    List<String> urls, String username, @Schema(type = "string") Secret credential) {
  public static RtcIceServer of(IceServer server) {
    return new RtcIceServer(server.urls(), server.username(), server.credential());
  }
}
