package org.turnpike.credentialservice.dropin;

import java.util.ArrayList;
import java.util.List;
import org.turnpike.credential.IceServer;
import org.turnpike.credentialservice.credentials.RtcIceServer;

/** What Cloudflare replies to a minting, of which it has two shapes. */
final class CloudflareReply {
  private CloudflareReply() {}

  /** Of {@code generate-ice-servers}. */
  record Several(List<RtcIceServer> iceServers) {
    static Several of(List<IceServer> iceServers) {
      return new Several(iceServers.stream().map(RtcIceServer::of).toList());
    }
  }

  /** Of {@code generate}: all URLs in one, STUN too. */
  record One(RtcIceServer iceServers) {
    static One of(List<IceServer> iceServers) {
      List<String> urls = new ArrayList<>();
      RtcIceServer one = new RtcIceServer(urls, null, null);
      for (IceServer server : iceServers) {
        urls.addAll(server.urls());
        if (server.username() != null) {
          one = new RtcIceServer(urls, server.username(), server.credential());
        }
      }
      return new One(one);
    }
  }
}
