package org.turnpike.standalone.root;

import jakarta.servlet.ServletException;
import jakarta.servlet.annotation.WebServlet;
import jakarta.servlet.http.HttpServlet;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;

/** Health and metrics, for those who look for them at the root of the host. */
@WebServlet({"/health/live", "/health/ready", "/metrics"})
public class Probes extends HttpServlet {
  private static final long serialVersionUID = 1L;

  @Override
  protected void doGet(HttpServletRequest request, HttpServletResponse response)
      throws ServletException, IOException {
    getServletContext()
        .getContext("/api")
        .getRequestDispatcher(request.getServletPath())
        .forward(request, response);
  }
}
