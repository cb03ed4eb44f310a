package org.turnpike.credentialservice.attribution;

import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.media.Content;
import io.swagger.v3.oas.annotations.media.Schema;
import io.swagger.v3.oas.annotations.responses.ApiResponse;
import io.swagger.v3.oas.annotations.security.SecurityRequirement;
import io.swagger.v3.oas.annotations.tags.Tag;
import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.ws.rs.BeanParam;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.DELETE;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.util.UUID;
import org.turnpike.credentialservice.rules.Answer;
import org.turnpike.credentialservice.rules.OncePerKey;
import org.turnpike.credentialservice.rules.Page;
import org.turnpike.credentialservice.rules.Paging;
import org.turnpike.credentialservice.rules.RepeatsSafely;
import org.turnpike.credentialservice.rules.Replies;
import org.turnpike.identity.Caller;
import org.turnpike.turnkey.ShareTurnKey;
import org.turnpike.turnkey.TurnKey;
import org.turnpike.turnkey.TurnKeyId;

/** TURN keys that tenants share: Turnpike meters them and does not mint with them. */
@RequestScoped
@Path("/shared-turn-keys")
@Produces(MediaType.APPLICATION_JSON)
@Consumes(MediaType.APPLICATION_JSON)
@Tag(name = "Attribution")
@SecurityRequirement(name = "apiKey", scopes = "admin")
@ApiResponse(responseCode = "default", ref = "Problem")
public class SharedTurnKeysResource {
  @Inject ShareTurnKey sharing;
  @Inject OncePerKey once;
  @Inject Caller caller;
  @Inject HttpServletRequest request;

  @GET
  @SecurityRequirement(name = "apiKey", scopes = "finance")
  @Operation(
      operationId = "listSharedTurnKeys",
      summary = "TURN keys that tenants share, oldest first, with those metered no more")
  @Replies
  public Page<SharedTurnKeyReply> list(@BeanParam Paging paging) {
    return Page.of(paging.cut(sharing.list(caller), TurnKey::id), SharedTurnKeyReply::of);
  }

  @POST
  @Operation(
      operationId = "shareTurnKey",
      summary = "Meters a TURN key that exists at Cloudflare, by custom identifier")
  @RepeatsSafely
  @ApiResponse(
      responseCode = "201",
      description = "Created",
      content = @Content(schema = @Schema(implementation = SharedTurnKeyReply.class)))
  public Response share(SharedTurnKeyRequest body) {
    return once.respond(
        request,
        () -> {
          TurnKey key = sharing.add(caller, body.account(), body.name(), body.uid());
          return Answer.created(key.id().value(), SharedTurnKeyReply.of(key));
        });
  }

  @DELETE
  @Path("{key}")
  @ApiResponse(responseCode = "204", description = "Done")
  @Operation(
      operationId = "endSharedTurnKey",
      summary = "Meters it no more, once what was relayed has settled; at Cloudflare it stays")
  public void end(@PathParam("key") UUID key) {
    sharing.end(caller, new TurnKeyId(key));
  }
}
