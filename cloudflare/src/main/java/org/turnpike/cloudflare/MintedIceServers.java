package org.turnpike.cloudflare;

import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.stream.Stream;
import org.turnpike.credential.IceServer;
import org.turnpike.shared.Secret;

/**
 * Reads a minting reply in any of its shapes: {@code iceServers} an array or one object, {@code
 * urls} a list or one string.
 */
final class MintedIceServers {
  private static final int LONGEST_USERNAME = 512;

  private MintedIceServers() {}

  static List<IceServer> read(UntrustedJson reply) {
    UntrustedJson servers = reply.field("iceServers");
    List<IceServer> iceServers =
        (servers.isObject()
                ? List.of(servers)
                : servers.items().orElseThrow(() -> Reply.implausible("no ICE servers")))
            .stream().flatMap(server -> iceServer(server).stream()).toList();
    List<String> usernames =
        iceServers.stream().map(IceServer::username).filter(Objects::nonNull).distinct().toList();
    if (usernames.size() != 1) {
      throw Reply.implausible(usernames.size() + " usernames in one credential");
    }
    return iceServers;
  }

  /** Empty when no URL of it is of use. */
  private static Optional<IceServer> iceServer(UntrustedJson server) {
    UntrustedJson username = server.field("username");
    UntrustedJson credential = server.field("credential");
    boolean bare = username.isAbsent() && credential.isAbsent();
    if (!bare && (!isUsername(username) || credential.text().isEmpty())) {
      throw Reply.implausible("half a credential");
    }
    List<String> urls =
        urls(server.field("urls"))
            .flatMap(url -> IceUrl.parse(url).stream())
            .filter(url -> !url.isBlocked() && !(bare && url.relays()))
            .map(IceUrl::text)
            .toList();
    if (urls.isEmpty()) {
      return Optional.empty();
    }
    return Optional.of(
        new IceServer(
            urls, username.text().orElse(null), credential.text().map(Secret::of).orElse(null)));
  }

  private static boolean isUsername(UntrustedJson username) {
    return username.text().filter(text -> text.length() <= LONGEST_USERNAME).isPresent();
  }

  private static Stream<String> urls(UntrustedJson urls) {
    return urls.text()
        .map(Stream::of)
        .or(() -> urls.items().map(items -> items.stream().map(MintedIceServers::url)))
        .orElseThrow(() -> Reply.implausible("an ICE server without URLs"));
  }

  private static String url(UntrustedJson url) {
    return url.text().orElseThrow(() -> Reply.implausible("a URL that is no text"));
  }
}
