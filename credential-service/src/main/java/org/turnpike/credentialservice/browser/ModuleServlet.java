package org.turnpike.credentialservice.browser;

import jakarta.servlet.annotation.WebServlet;
import jakarta.servlet.http.HttpServlet;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.Map;

/**
 * The client modules and their types, for pages of any origin: a browser asks for modules by CORS.
 */
@WebServlet({
  "/turnpike-ice.js",
  "/turnpike-ice.d.ts",
  "/turnpike-reports.js",
  "/turnpike-reports.d.ts"
})
public class ModuleServlet extends HttpServlet {
  private static final long serialVersionUID = 1L;

  private static final String MODULE = "text/javascript;charset=UTF-8";
  private static final String TYPES = "application/typescript;charset=UTF-8";

  private static final Map<String, BrowserFile> FILES =
      Map.of(
          "/turnpike-ice.js", BrowserFile.read("turnpike-ice.js", MODULE),
          "/turnpike-ice.d.ts", BrowserFile.read("turnpike-ice.d.ts", TYPES),
          "/turnpike-reports.js", BrowserFile.read("turnpike-reports.js", MODULE),
          "/turnpike-reports.d.ts", BrowserFile.read("turnpike-reports.d.ts", TYPES));

  @Override
  protected void doGet(HttpServletRequest request, HttpServletResponse response)
      throws IOException {
    response.setHeader("Access-Control-Allow-Origin", "*");
    FILES.get(request.getServletPath()).answer(request, response);
  }
}
