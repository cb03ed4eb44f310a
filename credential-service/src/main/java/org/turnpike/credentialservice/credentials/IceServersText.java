package org.turnpike.credentialservice.credentials;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import jakarta.enterprise.context.Dependent;
import java.time.Instant;
import java.util.List;
import org.turnpike.credential.IceServer;
import org.turnpike.credential.IssueCredentials.Issued;
import org.turnpike.credentialservice.rules.Json;

/**
 * An {@link IceServersReply} as JSON, joined from its parts: all but the life that is left is
 * written once for each credential, and kept for as long as the credential is remembered.
 */
@Dependent
class IceServersText {
  /** By identity: weak keys are compared so, and no two credentials share their ICE servers. */
  private final Cache<List<IceServer>, Written> written = Caffeine.newBuilder().weakKeys().build();

  /**
   * The whole reply.
   *
   * @param more fields that come last, each behind a comma; empty for none
   */
  String of(Issued issued, UrlChoice urls, String more) {
    List<IceServer> chosen = urls.of(issued.iceServers());
    Written text =
        chosen == issued.iceServers() && issued.grant() != null
            ? written.get(chosen, same -> Written.of(issued, same))
            : Written.of(issued, chosen); // for this call alone
    return text.with(issued, more);
  }

  /**
   * What stays the same from call to call.
   *
   * @param start up to where the refresh goes
   * @param refreshAfter the usual one, as an instant and as text: near the end it moves
   */
  private record Written(String start, Instant refreshAfter, String refreshText) {
    static Written of(Issued issued, List<IceServer> chosen) {
      String start =
          "{\"iceServers\":"
              + Json.text(IceServersReply.servers(chosen))
              + ",\"expiresAt\":\""
              + issued.expiresAt()
              + (issued.grant() == null ? "" : "\",\"grantId\":\"" + issued.grant())
              + "\",\"refreshAfter\":\"";
      return new Written(start, issued.refreshAfter(), issued.refreshAfter().toString());
    }

    String with(Issued issued, String more) {
      return start
          + (issued.refreshAfter().equals(refreshAfter) ? refreshText : issued.refreshAfter())
          + "\",\"ttl\":"
          + issued.ttl().toSeconds()
          + ",\"source\":\""
          + issued.source().wireName()
          + '"'
          + more
          + '}';
    }
  }
}
