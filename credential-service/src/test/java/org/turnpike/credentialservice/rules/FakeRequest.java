package org.turnpike.credentialservice.rules;

import jakarta.servlet.http.HttpServletRequest;
import java.lang.reflect.Proxy;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** A request as far as the rules look at it. */
public final class FakeRequest {
  private final Map<String, List<String>> headers = new HashMap<>();
  private final Map<String, Object> attributes = new HashMap<>();
  private final String path;
  private String peer = "192.0.2.1";

  public FakeRequest(String path) {
    this.path = path;
  }

  public FakeRequest from(String address) {
    peer = address;
    return this;
  }

  public FakeRequest header(String name, String value) {
    headers.computeIfAbsent(name, n -> new ArrayList<>()).add(value);
    return this;
  }

  /** As if it had passed the filters. */
  HttpServletRequest buffered(Call call, String body) {
    HttpServletRequest request = request();
    call.attachTo(request);
    return new BufferedRequest(request, body.getBytes(StandardCharsets.UTF_8));
  }

  public HttpServletRequest request() {
    return (HttpServletRequest)
        Proxy.newProxyInstance(
            FakeRequest.class.getClassLoader(),
            new Class<?>[] {HttpServletRequest.class},
            (proxy, method, arguments) -> answer(method.getName(), arguments));
  }

  @SuppressWarnings("JdkObsolete") // a request's URL is a StringBuffer
  private Object answer(String method, Object[] arguments) {
    return switch (method) {
      case "getMethod" -> "POST";
      case "getRequestURI" -> path;
      case "getRequestURL" -> new StringBuffer("https://called.example" + path);
      case "getRemoteAddr" -> peer;
      case "getHeader" -> values(arguments).stream().findFirst().orElse(null);
      case "getHeaders" -> Collections.enumeration(values(arguments));
      case "getAttribute" -> attributes.get((String) arguments[0]);
      case "setAttribute" -> attributes.put((String) arguments[0], arguments[1]);
      default -> throw new UnsupportedOperationException(method);
    };
  }

  private List<String> values(Object[] arguments) {
    return headers.getOrDefault((String) arguments[0], List.of());
  }
}
