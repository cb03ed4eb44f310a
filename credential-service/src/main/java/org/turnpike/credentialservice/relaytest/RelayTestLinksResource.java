package org.turnpike.credentialservice.relaytest;

import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.media.Content;
import io.swagger.v3.oas.annotations.media.Schema;
import io.swagger.v3.oas.annotations.responses.ApiResponse;
import io.swagger.v3.oas.annotations.security.SecurityRequirement;
import io.swagger.v3.oas.annotations.tags.Tag;
import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.util.UUID;
import org.turnpike.credentialservice.rules.Answer;
import org.turnpike.credentialservice.rules.OncePerKey;
import org.turnpike.credentialservice.rules.RepeatsSafely;
import org.turnpike.identity.Caller;
import org.turnpike.relaytest.IssueRelayTestLink;
import org.turnpike.shared.PublicAddress;
import org.turnpike.shared.TenantId;

/** A tenant's links to the relay test. */
@RequestScoped
@Path("/tenants/{tenant}/relay-test-links")
@Produces(MediaType.APPLICATION_JSON)
@Consumes(MediaType.APPLICATION_JSON)
@Tag(name = "Relay test")
@SecurityRequirement(name = "apiKey", scopes = "keys")
@ApiResponse(responseCode = "default", ref = "Problem")
public class RelayTestLinksResource {
  @Inject IssueRelayTestLink links;
  @Inject PublicAddress address;
  @Inject OncePerKey once;
  @Inject Caller caller;
  @Inject HttpServletRequest request;

  @POST
  @Operation(
      operationId = "makeRelayTestLink",
      summary =
          "A link that lets somebody test the relays, shown this once; it ends with the API key"
              + " of the same id. Needs the scope credentials as well")
  @RepeatsSafely
  @ApiResponse(
      responseCode = "201",
      description = "Created",
      content = @Content(schema = @Schema(implementation = RelayTestLinkReply.class)))
  public Response make(@PathParam("tenant") UUID tenant, RelayTestLinkRequest body) {
    return once.respond(
        request,
        () -> {
          IssueRelayTestLink.Issued issued =
              links.issue(
                  caller,
                  new TenantId(tenant),
                  body.label(),
                  body.life(),
                  body.mostCredentialsOrUsual());
          RelayTestLinkReply reply =
              RelayTestLinkReply.of(
                  issued.link(), address.relayTest(issued.token(), request.getRequestURL()));
          return Answer.created(reply.id(), reply).withSecret();
        });
  }
}
