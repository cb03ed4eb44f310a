package org.turnpike.credentialservice.credentials;

import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.Parameter;
import io.swagger.v3.oas.annotations.media.Schema;
import io.swagger.v3.oas.annotations.responses.ApiResponse;
import io.swagger.v3.oas.annotations.security.SecurityRequirement;
import io.swagger.v3.oas.annotations.tags.Tag;
import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.ws.rs.BeanParam;
import jakarta.ws.rs.DELETE;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.MediaType;
import java.time.Clock;
import java.time.Instant;
import java.util.UUID;
import org.turnpike.credential.CredentialGrant;
import org.turnpike.credential.GrantId;
import org.turnpike.credential.RevokeCredentials;
import org.turnpike.credential.SeeGrants;
import org.turnpike.credentialservice.rules.Page;
import org.turnpike.credentialservice.rules.Paging;
import org.turnpike.credentialservice.rules.Query;
import org.turnpike.credentialservice.rules.Replies;
import org.turnpike.identity.Caller;
import org.turnpike.shared.Slice;

/** Credentials that were issued, as grants. */
@RequestScoped
@Path("/credentials")
@Produces(MediaType.APPLICATION_JSON)
@Tag(name = "Credentials")
@SecurityRequirement(name = "apiKey", scopes = "credentials")
@ApiResponse(responseCode = "default", ref = "Problem")
public class GrantsResource {
  @Inject SeeGrants grants;
  @Inject RevokeCredentials credentials;
  @Inject Caller caller;
  @Inject Clock clock;

  @GET
  @Operation(
      operationId = "listGrants",
      summary = "The grants of the caller's reach, newest first; no passwords")
  @Replies
  public Page<GrantReply> list(
      @QueryParam("customIdentifier") String customIdentifier,
      @QueryParam("active")
          @Parameter(
              description = "true leaves out what expired or was revoked",
              schema = @Schema(type = "boolean", defaultValue = "false"))
          String active,
      @BeanParam Paging paging) {
    Slice<CredentialGrant> page =
        grants.list(
            caller,
            Query.text("customIdentifier", customIdentifier),
            Query.flag("active", active),
            paging.request());
    Instant now = clock.instant();
    return Page.of(page, grant -> GrantReply.of(grant, now));
  }

  @DELETE
  @ApiResponse(responseCode = "204", description = "Done")
  @Path("{grant}")
  @Operation(
      operationId = "revokeCredential",
      summary = "Revokes a credential; Cloudflare may let it work for minutes yet")
  public void revoke(@PathParam("grant") UUID grant) {
    credentials.revoke(caller, new GrantId(grant));
  }
}
