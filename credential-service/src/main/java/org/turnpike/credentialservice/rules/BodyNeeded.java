package org.turnpike.credentialservice.rules;

import jakarta.ws.rs.container.ContainerRequestContext;
import jakarta.ws.rs.container.ContainerRequestFilter;
import jakarta.ws.rs.container.ResourceInfo;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.ext.Provider;
import java.util.Arrays;
import org.turnpike.shared.Rejected;
import org.turnpike.shared.Rejected.Reason;

/** Without a body JAX-RS would call the resource with null, if no Content-Type comes either. */
@Provider
public class BodyNeeded implements ContainerRequestFilter {
  @Context ResourceInfo resource;

  @Override
  public void filter(ContainerRequestContext request) {
    boolean needed =
        Arrays.stream(resource.getResourceMethod().getParameterTypes()).anyMatch(Class::isRecord);
    if (needed && !request.hasEntity()) {
      throw new Rejected(Reason.MALFORMED, "The body is empty: send a JSON object.");
    }
  }
}
