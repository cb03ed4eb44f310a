package org.turnpike.console.shell;

import jakarta.servlet.http.Cookie;
import jakarta.servlet.http.HttpServletRequest;
import java.lang.reflect.InvocationHandler;
import java.lang.reflect.Proxy;
import java.util.Collections;
import java.util.List;
import java.util.Map;

/** Requests that know their parameters and cookies, or whom they come from. */
public final class Requests {
  private Requests() {}

  @SuppressWarnings("JdkObsolete") // StringBuffer is the servlet API's own
  public static HttpServletRequest asking(Map<String, String> parameters, Cookie... cookies) {
    return answering(
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

  /** From a peer that says it speaks for somebody else. */
  public static HttpServletRequest forwarded(String peer, String speaksFor) {
    return answering(
        (proxy, method, arguments) ->
            switch (method.getName()) {
              case "getRemoteAddr" -> peer;
              case "getHeaders" -> Collections.enumeration(List.of(speaksFor));
              default -> throw new UnsupportedOperationException(method.getName());
            });
  }

  private static HttpServletRequest answering(InvocationHandler answers) {
    return (HttpServletRequest)
        Proxy.newProxyInstance(
            Requests.class.getClassLoader(), new Class<?>[] {HttpServletRequest.class}, answers);
  }
}
