package org.turnpike.credentialservice.administration;

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
import java.util.List;
import java.util.UUID;
import org.turnpike.credential.RevokeCredentials;
import org.turnpike.credentialservice.rules.Answer;
import org.turnpike.credentialservice.rules.OncePerKey;
import org.turnpike.credentialservice.rules.Page;
import org.turnpike.credentialservice.rules.Paging;
import org.turnpike.credentialservice.rules.RepeatsSafely;
import org.turnpike.credentialservice.rules.Replies;
import org.turnpike.identity.Caller;
import org.turnpike.shared.TenantId;
import org.turnpike.turnkey.ProvisionTurnKey;
import org.turnpike.turnkey.TurnKey;
import org.turnpike.turnkey.TurnKeyId;

/** A tenant's TURN keys. */
@RequestScoped
@Path("/tenants/{tenant}/turn-keys")
@Produces(MediaType.APPLICATION_JSON)
@Consumes(MediaType.APPLICATION_JSON)
@Tag(name = "TURN keys")
@SecurityRequirement(name = "apiKey", scopes = "keys")
@ApiResponse(responseCode = "default", ref = "Problem")
public class TurnKeysResource {
  @Inject ProvisionTurnKey keys;
  @Inject RevokeCredentials revoke;
  @Inject OncePerKey once;
  @Inject Caller caller;
  @Inject HttpServletRequest request;

  @GET
  @Operation(
      operationId = "listTurnKeys",
      summary = "The tenant's TURN keys, newest first; the scope usage will do, too")
  @Replies
  public Page<TurnKeyReply> list(@PathParam("tenant") UUID tenant, @BeanParam Paging paging) {
    List<TurnKey> all = keys.list(caller, new TenantId(tenant));
    return Page.of(paging.cut(all, TurnKey::id), TurnKeyReply::of);
  }

  @POST
  @Operation(
      operationId = "provisionTurnKey",
      summary = "Makes a TURN key at Cloudflare, or adopts one that exists there")
  @RepeatsSafely
  @ApiResponse(
      responseCode = "201",
      description = "Created",
      content = @Content(schema = @Schema(implementation = TurnKeyReply.class)))
  public Response provision(@PathParam("tenant") UUID tenant, TurnKeyRequest body) {
    return once.respond(
        request,
        () -> {
          TurnKey key = provision(new TenantId(tenant), body);
          return Answer.created(request, key.id().value(), TurnKeyReply.of(key));
        });
  }

  private TurnKey provision(TenantId tenant, TurnKeyRequest body) {
    return body.adopts()
        ? keys.adopt(caller, tenant, body.name(), body.uid(), body.secret())
        : keys.create(caller, tenant, body.name());
  }

  @GET
  @Path("{key}")
  @Operation(operationId = "findTurnKey", summary = "One TURN key; the scope usage will do, too")
  @Replies
  public TurnKeyReply find(@PathParam("tenant") UUID tenant, @PathParam("key") UUID key) {
    return TurnKeyReply.of(keys.find(caller, new TenantId(tenant), new TurnKeyId(key)));
  }

  @DELETE
  @ApiResponse(responseCode = "204", description = "Done")
  @Path("{key}")
  @Operation(
      operationId = "deleteTurnKey",
      summary = "Revokes what lives, then deletes the key at Cloudflare; usage stays")
  public void delete(@PathParam("tenant") UUID tenant, @PathParam("key") UUID key) {
    revoke.retire(caller, new TenantId(tenant), new TurnKeyId(key));
  }
}
