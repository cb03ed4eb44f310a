package org.turnpike.credentialservice.rules;

import jakarta.inject.Inject;
import jakarta.servlet.Filter;
import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.ServletRequest;
import jakarta.servlet.ServletResponse;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import org.turnpike.credentialservice.metrics.CallMetrics;

/** The outermost filter: failures of filters and servlets; and no answer is kept by a cache. */
public class FailureFilter implements Filter {
  @Inject CallMetrics metrics;

  @Override
  public void doFilter(ServletRequest request, ServletResponse response, FilterChain chain)
      throws IOException {
    HttpServletResponse answer = (HttpServletResponse) response;
    answer.setHeader("Cache-Control", "no-store");
    answer.setHeader("X-Content-Type-Options", "nosniff");
    try {
      chain.doFilter(request, response);
    } catch (ServletException e) {
      fail(e.getRootCause() == null ? e : e.getRootCause(), answer);
    } catch (RuntimeException e) {
      fail(e, answer);
    } finally {
      metrics.answered(answer.getStatus());
    }
  }

  private void fail(Throwable thrown, HttpServletResponse answer) throws IOException {
    Failure failure = Failure.of(thrown);
    if (!answer.isCommitted()) {
      answer.resetBuffer();
      failure.writeTo(answer);
    }
  }
}
