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
import jakarta.ws.rs.PATCH;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.util.List;
import java.util.UUID;
import org.turnpike.credentialservice.rules.Answer;
import org.turnpike.credentialservice.rules.OncePerKey;
import org.turnpike.credentialservice.rules.Page;
import org.turnpike.credentialservice.rules.Paging;
import org.turnpike.credentialservice.rules.RepeatsSafely;
import org.turnpike.credentialservice.rules.Replies;
import org.turnpike.identity.Caller;
import org.turnpike.shared.TenantId;
import org.turnpike.tenant.ApiKey;
import org.turnpike.tenant.ApiKeyId;
import org.turnpike.tenant.IssueApiKey;
import org.turnpike.tenant.LimitApiKey;
import org.turnpike.tenant.Networks;

/** A tenant's API keys. */
@RequestScoped
@Path("/tenants/{tenant}/api-keys")
@Produces(MediaType.APPLICATION_JSON)
@Consumes(MediaType.APPLICATION_JSON)
@Tag(name = "API keys")
@SecurityRequirement(name = "apiKey", scopes = "keys")
@ApiResponse(responseCode = "default", ref = "Problem")
public class ApiKeysResource {
  @Inject IssueApiKey keys;
  @Inject LimitApiKey limits;
  @Inject OncePerKey once;
  @Inject Caller caller;
  @Inject HttpServletRequest request;

  @GET
  @Operation(operationId = "listApiKeys", summary = "The tenant's API keys, newest first")
  @Replies
  public Page<ApiKeyReply> list(@PathParam("tenant") UUID tenant, @BeanParam Paging paging) {
    List<ApiKey> all = keys.list(caller, new TenantId(tenant));
    return Page.of(paging.cut(all, ApiKey::id), ApiKeyReply::of);
  }

  @POST
  @Operation(operationId = "issueApiKey", summary = "Issues an API key, which is shown this once")
  @RepeatsSafely
  @ApiResponse(
      responseCode = "201",
      description = "Created",
      content = @Content(schema = @Schema(implementation = IssuedApiKey.class)))
  public Response issue(@PathParam("tenant") UUID tenant, ApiKeyRequest body) {
    return once.respond(
        request,
        () -> {
          IssueApiKey.Issued issued =
              keys.issue(
                  caller,
                  new TenantId(tenant),
                  body.name(),
                  body.checkedScopes(),
                  Networks.of(body.allowedNetworks()),
                  body.expiresAt(),
                  body.limits());
          UUID id = issued.apiKey().id().value();
          return Answer.created(request, id, IssuedApiKey.of(issued)).withSecret();
        });
  }

  @PATCH
  @Path("{key}")
  @Operation(
      operationId = "limitApiKey",
      summary = "Changes the limits of an API key, which is felt within a second; the key stays")
  @Replies
  public ApiKeyReply limit(
      @PathParam("tenant") UUID tenant, @PathParam("key") UUID key, ApiKeyChange body) {
    return ApiKeyReply.of(
        limits.limit(caller, new TenantId(tenant), new ApiKeyId(key), body.limits()));
  }

  @DELETE
  @ApiResponse(responseCode = "204", description = "Done")
  @Path("{key}")
  @Operation(
      operationId = "revokeApiKey",
      summary = "Revokes an API key; it opens nothing any more within a second")
  public void revoke(@PathParam("tenant") UUID tenant, @PathParam("key") UUID key) {
    keys.revoke(caller, new TenantId(tenant), new ApiKeyId(key));
  }
}
