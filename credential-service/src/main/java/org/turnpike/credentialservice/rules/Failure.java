package org.turnpike.credentialservice.rules;

import jakarta.servlet.http.HttpServletResponse;
import jakarta.ws.rs.WebApplicationException;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.Response;
import java.io.IOException;
import java.lang.System.Logger;
import java.lang.System.Logger.Level;
import java.time.Duration;
import java.util.Map;
import java.util.UUID;
import org.turnpike.shared.Rejected;
import org.turnpike.shared.TooManyRequests;
import org.turnpike.shared.Unavailable;

/**
 * What a failed call is answered, the same from a servlet and from JAX-RS.
 *
 * @param headers those that belong to the problem
 */
record Failure(Problem problem, Map<String, String> headers) {
  private static final Logger LOG = System.getLogger(Failure.class.getName());

  /** What is not ours to explain to the caller is logged under an id that the answer names. */
  static Failure of(Throwable thrown) {
    if (thrown instanceof Rejected rejected) {
      return rejected(rejected);
    }
    if (thrown instanceof Unavailable unavailable) {
      Problem problem = Problem.of(ProblemType.UNAVAILABLE, unavailable.getMessage());
      return new Failure(problem, retry(unavailable.retryAfter()));
    }
    if (thrown instanceof TooManyRequests tooMany) {
      Problem problem = Problem.of(ProblemType.TOO_MANY_REQUESTS, tooMany.getMessage());
      return new Failure(problem, retry(tooMany.retryAfter()));
    }
    if (thrown instanceof CreatedBefore before) {
      Problem problem = Problem.of(ProblemType.CONFLICT, before.getMessage());
      return new Failure(problem.withId(before.id()), Map.of());
    }
    if (thrown instanceof WebApplicationException fromJaxRs
        && fromJaxRs.getResponse().getStatus() < 500) {
      return refused(fromJaxRs.getResponse());
    }
    return broken(thrown);
  }

  /** Of a status that a container chose. */
  static Failure of(int status) {
    ProblemType type = ProblemType.of(status);
    return new Failure(Problem.of(type, type.usualDetail()), Map.of());
  }

  private static Failure rejected(Rejected rejected) {
    ProblemType type = ProblemType.of(rejected.reason());
    return new Failure(
        Problem.of(type, rejected.getMessage(), rejected.errors()),
        type == ProblemType.UNAUTHENTICATED
            ? Map.of(HttpHeaders.WWW_AUTHENTICATE, "Bearer realm=\"turnpike\"")
            : Map.of());
  }

  private static Failure refused(Response response) {
    String allowed = response.getHeaderString(HttpHeaders.ALLOW);
    return new Failure(
        of(response.getStatus()).problem,
        allowed == null ? Map.of() : Map.of(HttpHeaders.ALLOW, allowed));
  }

  private static Failure broken(Throwable thrown) {
    String instance = "urn:uuid:" + UUID.randomUUID();
    LOG.log(Level.ERROR, "A call failed: " + instance, thrown);
    Problem problem =
        Problem.of(ProblemType.INTERNAL, "The server's log tells more under this instance.");
    return new Failure(problem.withInstance(instance), Map.of());
  }

  private static Map<String, String> retry(Duration after) {
    long seconds = after.plusNanos(999_999_999).toSeconds();
    return Map.of(HttpHeaders.RETRY_AFTER, String.valueOf(Math.max(1, seconds)));
  }

  void writeTo(HttpServletResponse response) throws IOException {
    response.setStatus(problem.status());
    headers.forEach(response::setHeader);
    response.setContentType(Problem.MEDIA_TYPE);
    response.getOutputStream().write(Json.write(problem));
  }

  Response toResponse() {
    Response.ResponseBuilder response =
        Response.status(problem.status()).type(Problem.MEDIA_TYPE).entity(Json.write(problem));
    headers.forEach(response::header);
    return response.build();
  }
}
