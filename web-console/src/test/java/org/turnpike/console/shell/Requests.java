package org.turnpike.console.shell;

import jakarta.servlet.http.Cookie;
import jakarta.servlet.http.HttpServletRequest;
import java.lang.reflect.Proxy;
import java.util.Map;

/** Requests that know their parameters, their cookies and where they were sent. */
public final class Requests {
  private Requests() {}

  @SuppressWarnings("JdkObsolete") // StringBuffer is the servlet API's own
  public static HttpServletRequest asking(Map<String, String> parameters, Cookie... cookies) {
    return (HttpServletRequest)
        Proxy.newProxyInstance(
            Requests.class.getClassLoader(),
            new Class<?>[] {HttpServletRequest.class},
            (proxy, method, arguments) ->
                switch (method.getName()) {
                  case "getParameter" -> parameters.get((String) arguments[0]);
                  case "getCookies" -> cookies;
                  case "getContextPath" -> "/console";
                  case "getRequestURL" ->
                      new StringBuffer("http://turnpike.intranet:8080/console/users.xhtml");
                  default -> throw new UnsupportedOperationException(method.getName());
                });
  }
}
