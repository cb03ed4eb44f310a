package org.turnpike.standalone;

import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import org.turnpike.shared.Setting;
import org.turnpike.shared.Settings;

/** Where the product listens. */
record HttpAddress(String host, int port) {
  private static final int BACKLOG = 1;

  /** Port 0 becomes a free one; a port that is taken is refused before anything starts. */
  static HttpAddress free(Settings settings) {
    String host = settings.text(Setting.HTTP_HOST);
    int port = settings.number(Setting.HTTP_PORT);
    try (ServerSocket socket = new ServerSocket()) {
      socket.setReuseAddress(true);
      socket.bind(new java.net.InetSocketAddress(InetAddress.getByName(host), port), BACKLOG);
      return new HttpAddress(host, socket.getLocalPort());
    } catch (IOException e) {
      throw new Refused(
          "Cannot listen on %s, port %d (turnpike.http.host, turnpike.http.port): %s."
              .formatted(host, port, e.getMessage()),
          e);
    }
  }

  String url() {
    return "http://" + (host.contains(":") ? "[" + host + "]" : host) + ":" + port + "/";
  }
}
