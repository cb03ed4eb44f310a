package org.turnpike.console.gate;

import jakarta.servlet.ServletException;
import jakarta.servlet.annotation.WebServlet;
import jakarta.servlet.http.HttpServlet;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;

/** Signs out. No postback, for which the page that is left would have to be made up once more. */
@WebServlet("/sign-out")
public class SignOut extends HttpServlet {
  private static final long serialVersionUID = 1L;

  @Override
  protected void doPost(HttpServletRequest request, HttpServletResponse response)
      throws ServletException, IOException {
    request.logout();
    request.getSession().invalidate();
    response.sendRedirect(request.getContextPath() + "/sign-in.xhtml");
  }
}
