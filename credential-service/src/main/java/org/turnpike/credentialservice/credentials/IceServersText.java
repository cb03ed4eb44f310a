package org.turnpike.credentialservice.credentials;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import jakarta.enterprise.context.Dependent;
import java.util.List;
import org.turnpike.credential.IceServer;
import org.turnpike.credential.IssueCredentials.Issued;
import org.turnpike.credentialservice.rules.Json;

/**
 * An {@link IceServersReply} as JSON, joined from its parts: the long one, the ICE servers, is
 * written once for each credential and kept for as long as the credential is remembered.
 */
@Dependent
class IceServersText {
  /** By identity: weak keys are compared so. */
  private final Cache<List<IceServer>, String> written = Caffeine.newBuilder().weakKeys().build();

  String of(Issued issued, UrlChoice urls) {
    List<IceServer> chosen = urls.of(issued.iceServers());
    String iceServers =
        chosen == issued.iceServers()
            ? written.get(chosen, IceServersText::write)
            : write(chosen); // made for this call alone
    return "{\"iceServers\":"
        + iceServers
        + ",\"ttl\":"
        + issued.ttl().toSeconds()
        + ",\"expiresAt\":\""
        + issued.expiresAt()
        + "\",\"refreshAfter\":\""
        + issued.refreshAfter()
        + (issued.grant() == null ? "" : "\",\"grantId\":\"" + issued.grant())
        + "\",\"source\":\""
        + issued.source().wireName()
        + "\"}";
  }

  private static String write(List<IceServer> iceServers) {
    return Json.text(IceServersReply.servers(iceServers));
  }
}
