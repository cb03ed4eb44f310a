package org.turnpike.credentialservice;

import jakarta.inject.Inject;
import jakarta.json.Json;
import jakarta.json.JsonObject;
import jakarta.servlet.annotation.WebServlet;
import jakarta.servlet.http.HttpServlet;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import org.turnpike.persistence.Database;

/**
 * Ready from the moment the schema is: the application is not deployed before. It stays ready while
 * the database is away, for it goes on serving known identifiers.
 */
@WebServlet("/health/ready")
public class ReadinessServlet extends HttpServlet {
  private static final long serialVersionUID = 1L;

  @Inject transient Database database;
  @Inject transient DatabaseCheck check;

  @Override
  protected void doGet(HttpServletRequest request, HttpServletResponse response)
      throws IOException {
    JsonObject checks =
        Json.createObjectBuilder()
            .add("database", check.answers() ? "ok" : "degraded")
            .add("schema", database.schemaVersion())
            .build();
    response.setContentType("application/json");
    response.setCharacterEncoding("UTF-8");
    response
        .getWriter()
        .print(Json.createObjectBuilder().add("status", "UP").add("checks", checks).build());
  }
}
