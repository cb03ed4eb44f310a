package org.turnpike.credentialservice.administration;

import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.Parameter;
import io.swagger.v3.oas.annotations.responses.ApiResponse;
import io.swagger.v3.oas.annotations.security.SecurityRequirement;
import io.swagger.v3.oas.annotations.tags.Tag;
import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.ws.rs.BeanParam;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.MediaType;
import org.turnpike.credentialservice.rules.Page;
import org.turnpike.credentialservice.rules.Paging;
import org.turnpike.credentialservice.rules.Query;
import org.turnpike.credentialservice.rules.Replies;
import org.turnpike.identity.Caller;
import org.turnpike.identity.ReadAuditTrail;

/** Who did what, within the caller's reach. */
@RequestScoped
@Path("/audit")
@Produces(MediaType.APPLICATION_JSON)
@Tag(name = "Audit")
@SecurityRequirement(name = "apiKey", scopes = "audit")
@ApiResponse(responseCode = "default", ref = "Problem")
public class AuditResource {
  @Inject ReadAuditTrail audit;
  @Inject Caller caller;

  @GET
  @Operation(operationId = "readAuditTrail", summary = "The audit trail, newest first")
  @Replies
  public Page<AuditReply> list(
      @QueryParam("q") @Parameter(description = "found in action, subject, actor's name or detail")
          String text,
      @QueryParam("from") @Parameter(description = "instant, inclusive") String from,
      @QueryParam("to") @Parameter(description = "instant, exclusive") String to,
      @BeanParam Paging paging) {
    return Page.of(
        audit.read(
            caller,
            Query.text("q", text),
            Query.instant("from", from),
            Query.instant("to", to),
            paging.request()),
        AuditReply::of);
  }
}
