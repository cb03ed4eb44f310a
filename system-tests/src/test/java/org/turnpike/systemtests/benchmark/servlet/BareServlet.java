package org.turnpike.systemtests.benchmark.servlet;

import static java.nio.charset.StandardCharsets.UTF_8;

import jakarta.servlet.annotation.WebServlet;
import jakarta.servlet.http.HttpServlet;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.io.UncheckedIOException;

/**
 * As little as this server can do: reads the body, and writes what was minted once at the start.
 */
@WebServlet(urlPatterns = "/ice-servers", loadOnStartup = 1)
public class BareServlet extends HttpServlet {
  private static final long serialVersionUID = 1L;

  private transient byte[] reply;

  @Override
  public void init() {
    try {
      reply = new Upstream().mint("{}".getBytes(UTF_8));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  @Override
  protected void doPost(HttpServletRequest request, HttpServletResponse response)
      throws IOException {
    request.getInputStream().readAllBytes();
    Created.send(response, reply);
  }
}
