package org.turnpike.credentialservice.credentials;

import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.media.Content;
import io.swagger.v3.oas.annotations.media.Schema;
import io.swagger.v3.oas.annotations.responses.ApiResponse;
import io.swagger.v3.oas.annotations.security.SecurityRequirement;
import io.swagger.v3.oas.annotations.tags.Tag;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import org.turnpike.credentialservice.rules.RepeatsSafely;

/** What {@link IceServersServlet} does, in the words the OpenAPI document is made from. */
@Path("/ice-servers")
@Produces(MediaType.APPLICATION_JSON)
@Consumes(MediaType.APPLICATION_JSON)
@Tag(name = "Credentials")
@SecurityRequirement(name = "apiKey", scopes = "credentials")
@ApiResponse(responseCode = "default", ref = "Problem")
interface IceServersOperation {
  @POST
  @Operation(
      operationId = "issueCredential",
      summary = "Issues a credential of the API key's tenant")
  @RepeatsSafely
  @ApiResponse(
      responseCode = "201",
      description = "Created",
      content = @Content(schema = @Schema(implementation = IceServersReply.class)))
  IceServersReply issue(IceServersRequest body);
}
