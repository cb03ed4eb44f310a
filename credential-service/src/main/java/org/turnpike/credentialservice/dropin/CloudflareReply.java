package org.turnpike.credentialservice.dropin;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.util.ArrayList;
import java.util.List;
import org.turnpike.credential.IceServer;
import org.turnpike.shared.Secret;

/** What Cloudflare replies to a minting, of which it has two shapes. */
final class CloudflareReply {
  private CloudflareReply() {}

  /** Of {@code generate-ice-servers}. */
  record Several(List<Server> iceServers) {
    static Several of(List<IceServer> iceServers) {
      return new Several(iceServers.stream().map(Server::of).toList());
    }
  }

  /** Of {@code generate}: all URLs in one, STUN too. */
  record One(Server iceServers) {
    static One of(List<IceServer> iceServers) {
      List<String> urls = new ArrayList<>();
      Server one = new Server(urls, null, null);
      for (IceServer server : iceServers) {
        urls.addAll(server.urls());
        if (server.username() != null) {
          one = new Server(urls, server.username(), server.credential());
        }
      }
      return new One(one);
    }
  }

  /** An RTCIceServer; one of STUN alone has neither username nor credential. */
  @JsonInclude(JsonInclude.Include.NON_NULL)
  record Server(List<String> urls, String username, Secret credential) {
    static Server of(IceServer server) {
      return new Server(server.urls(), server.username(), server.credential());
    }
  }
}
