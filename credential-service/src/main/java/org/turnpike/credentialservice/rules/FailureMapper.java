package org.turnpike.credentialservice.rules;

import jakarta.ws.rs.core.Response;
import jakarta.ws.rs.ext.ExceptionMapper;
import jakarta.ws.rs.ext.Provider;

/** Failures of JAX-RS resources, and of JAX-RS itself where it finds none. */
@Provider
public class FailureMapper implements ExceptionMapper<Throwable> {
  @Override
  public Response toResponse(Throwable thrown) {
    return Failure.of(thrown).toResponse();
  }
}
