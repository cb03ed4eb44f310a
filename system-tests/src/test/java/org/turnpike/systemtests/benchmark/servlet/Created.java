package org.turnpike.systemtests.benchmark.servlet;

import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;

/** The reply to whoever asked for ICE servers. */
final class Created {
  private Created() {}

  static void send(HttpServletResponse response, byte[] iceServers) throws IOException {
    response.setStatus(HttpServletResponse.SC_CREATED);
    response.setContentType("application/json");
    response.setHeader("Cache-Control", "no-store");
    response.setContentLength(iceServers.length);
    response.getOutputStream().write(iceServers);
  }
}
