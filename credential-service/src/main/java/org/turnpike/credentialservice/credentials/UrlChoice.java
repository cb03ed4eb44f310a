package org.turnpike.credentialservice.credentials;

import java.util.Comparator;
import java.util.EnumMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;
import org.turnpike.credential.IceServer;

/**
 * Which URLs of the ICE servers a caller wants. STUN stays, whatever the transports. Of TURN the
 * best URL of each transport comes before the second best of any: a second UDP port seldom helps
 * where the first did not, TLS on 443 does.
 *
 * @param transports those wanted
 * @param most URLs in all; at least one of them is of TURN, which answers STUN as well
 */
record UrlChoice(Set<Transport> transports, int most) {
  static final UrlChoice ALL = new UrlChoice(Set.of(Transport.values()), Integer.MAX_VALUE);

  /** The ICE servers with the chosen URLs, in the order they came in. */
  List<IceServer> of(List<IceServer> iceServers) {
    if (equals(ALL)) {
      return iceServers;
    }
    Set<String> chosen =
        chosen(iceServers.stream().flatMap(server -> server.urls().stream()).toList());
    return iceServers.stream()
        .map(server -> with(server, server.urls().stream().filter(chosen::contains).toList()))
        .flatMap(Stream::ofNullable)
        .toList();
  }

  private Set<String> chosen(List<String> urls) {
    List<String> turn = bestFirst(urls);
    List<String> stun = urls.stream().filter(url -> Transport.of(url) == null).toList();
    int room = turn.isEmpty() ? most : most - 1;
    Set<String> chosen = new HashSet<>(stun.subList(0, Math.min(stun.size(), room)));
    chosen.addAll(turn.subList(0, Math.min(turn.size(), most - chosen.size())));
    return chosen;
  }

  private List<String> bestFirst(List<String> urls) {
    Map<Transport, List<String>> byTransport = new EnumMap<>(Transport.class);
    for (Transport transport : transports) {
      byTransport.put(
          transport,
          urls.stream()
              .filter(url -> Transport.of(url) == transport)
              .sorted(Comparator.comparing(transport::rank))
              .toList());
    }
    return byTransport.values().stream()
        .flatMap(List::stream)
        .sorted(
            Comparator.comparing((String url) -> byTransport.get(Transport.of(url)).indexOf(url)))
        .toList();
  }

  private static IceServer with(IceServer server, List<String> urls) {
    return urls.isEmpty() ? null : new IceServer(urls, server.username(), server.credential());
  }
}
