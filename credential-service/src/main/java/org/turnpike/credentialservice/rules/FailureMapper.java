package org.turnpike.credentialservice.rules;

import jakarta.inject.Inject;
import jakarta.ws.rs.core.Response;
import jakarta.ws.rs.ext.ExceptionMapper;
import jakarta.ws.rs.ext.Provider;
import org.turnpike.credentialservice.metrics.CallMetrics;

/** Failures of JAX-RS resources, and of JAX-RS itself where it finds none. */
@Provider
public class FailureMapper implements ExceptionMapper<Throwable> {
  @Inject CallMetrics metrics;

  @Override
  public Response toResponse(Throwable thrown) {
    metrics.failed(thrown);
    return Failure.of(thrown).toResponse();
  }
}
