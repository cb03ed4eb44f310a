package org.turnpike.credentialservice.rules;

import jakarta.inject.Inject;
import jakarta.servlet.Filter;
import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.ServletRequest;
import jakarta.servlet.ServletResponse;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import org.turnpike.credentialservice.metrics.CallMetrics;

/**
 * What every call goes through: who calls, then the body, and on the way back whatever failed; no
 * answer is kept by a cache. One filter and not one for each: the server makes so much of a filter
 * that three cost the hot path as much as all they do.
 */
public class CallFilter implements Filter {
  @Inject ApiKeyOfCall apiKeys;
  @Inject CallMetrics metrics;

  @Override
  public void doFilter(ServletRequest request, ServletResponse response, FilterChain chain)
      throws IOException {
    HttpServletRequest call = (HttpServletRequest) request;
    HttpServletResponse answer = (HttpServletResponse) response;
    answer.setHeader("Cache-Control", "no-store");
    answer.setHeader("X-Content-Type-Options", "nosniff");
    try {
      apiKeys.require(call);
      chain.doFilter(new BufferedRequest(call, BodyOfCall.take(call)), answer);
    } catch (ServletException e) {
      fail(e.getRootCause() == null ? e : e.getRootCause(), answer);
    } catch (RuntimeException e) {
      fail(e, answer);
    } finally {
      metrics.answered(answer.getStatus());
    }
  }

  private static void fail(Throwable thrown, HttpServletResponse answer) throws IOException {
    Failure failure = Failure.of(thrown);
    if (!answer.isCommitted()) {
      answer.resetBuffer();
      failure.writeTo(answer);
    }
  }
}
