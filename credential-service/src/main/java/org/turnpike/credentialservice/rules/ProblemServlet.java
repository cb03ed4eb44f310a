package org.turnpike.credentialservice.rules;

import jakarta.servlet.DispatcherType;
import jakarta.servlet.RequestDispatcher;
import jakarta.servlet.annotation.WebServlet;
import jakarta.servlet.http.HttpServlet;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;

/** Stands where the server would show an error page of its own; see web.xml. */
@WebServlet("/problem")
public class ProblemServlet extends HttpServlet {
  private static final long serialVersionUID = 1L;

  @Override
  protected void service(HttpServletRequest request, HttpServletResponse response)
      throws IOException {
    if (request.getDispatcherType() == DispatcherType.ERROR) {
      failure(request).writeTo(response);
    } else {
      Failure.of(HttpServletResponse.SC_NOT_FOUND).writeTo(response);
    }
  }

  private static Failure failure(HttpServletRequest request) {
    Object thrown = request.getAttribute(RequestDispatcher.ERROR_EXCEPTION);
    return thrown instanceof Throwable cause
        ? Failure.of(cause)
        : Failure.of((int) request.getAttribute(RequestDispatcher.ERROR_STATUS_CODE));
  }
}
