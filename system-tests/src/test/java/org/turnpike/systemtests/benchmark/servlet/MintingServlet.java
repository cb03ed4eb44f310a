package org.turnpike.systemtests.benchmark.servlet;

import static java.nio.charset.StandardCharsets.UTF_8;

import jakarta.annotation.Resource;
import jakarta.servlet.ServletException;
import jakarta.servlet.annotation.WebServlet;
import jakarta.servlet.http.HttpServlet;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.util.UUID;
import javax.sql.DataSource;

/** What a new identifier cannot be had without: one upstream call, and one committed INSERT. */
@WebServlet("/minting")
public class MintingServlet extends HttpServlet {
  private static final long serialVersionUID = 1L;

  @Resource(lookup = "jdbc/turnpike")
  private transient DataSource database;

  private transient Upstream upstream;

  @Override
  public void init() {
    upstream = new Upstream();
  }

  @Override
  protected void doPost(HttpServletRequest request, HttpServletResponse response)
      throws IOException, ServletException {
    byte[] asked = request.getInputStream().readAllBytes();
    byte[] reply = upstream.mint(asked);
    record(new String(asked, UTF_8));
    Created.send(response, reply);
  }

  private void record(String asked) throws ServletException {
    try (Connection connection = database.getConnection();
        PreparedStatement insert =
            connection.prepareStatement("INSERT INTO issued (id, asked) VALUES (?, ?)")) {
      insert.setObject(1, UUID.randomUUID());
      insert.setString(2, asked);
      insert.executeUpdate();
    } catch (SQLException e) {
      throw new ServletException(e);
    }
  }
}
