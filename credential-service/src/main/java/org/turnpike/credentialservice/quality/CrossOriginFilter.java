package org.turnpike.credentialservice.quality;

import jakarta.servlet.Filter;
import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.ServletRequest;
import jakarta.servlet.ServletResponse;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;

/**
 * Lets pages of any origin call: which origins a tenant's apps have nobody here knows, and the
 * token alone opens anything. Without credentials, so that no cookie comes along.
 */
public class CrossOriginFilter implements Filter {
  private static final String A_DAY = "86400";

  @Override
  public void doFilter(ServletRequest request, ServletResponse response, FilterChain chain)
      throws IOException, ServletException {
    HttpServletResponse answer = (HttpServletResponse) response;
    answer.setHeader("Access-Control-Allow-Origin", "*");
    if (((HttpServletRequest) request).getMethod().equals("OPTIONS")) {
      answer.setHeader("Access-Control-Allow-Methods", "POST");
      answer.setHeader("Access-Control-Allow-Headers", "Authorization, Content-Type");
      answer.setHeader("Access-Control-Max-Age", A_DAY);
      answer.setStatus(HttpServletResponse.SC_NO_CONTENT);
    } else {
      answer.setHeader("Access-Control-Expose-Headers", "Retry-After");
      chain.doFilter(request, response);
    }
  }
}
