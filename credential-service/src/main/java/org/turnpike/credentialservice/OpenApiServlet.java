package org.turnpike.credentialservice;

import jakarta.servlet.annotation.WebServlet;
import jakarta.servlet.http.HttpServlet;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.io.InputStream;
import java.util.Collections;

/** The OpenAPI document, which the build makes from the resources' annotations. */
@WebServlet("/openapi")
public class OpenApiServlet extends HttpServlet {
  private static final long serialVersionUID = 1L;

  @Override
  protected void doGet(HttpServletRequest request, HttpServletResponse response)
      throws IOException {
    boolean yaml =
        Collections.list(request.getHeaders("Accept")).stream()
            .anyMatch(accept -> accept.contains("yaml"));
    response.setHeader("Vary", "Accept");
    response.setContentType(yaml ? "application/yaml" : "application/json");
    try (InputStream document =
        OpenApiServlet.class.getResourceAsStream(yaml ? "/openapi.yaml" : "/openapi.json")) {
      document.transferTo(response.getOutputStream());
    }
  }
}
