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
import jakarta.ws.rs.GET;
import jakarta.ws.rs.PATCH;
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
import org.turnpike.shared.TenantId;
import org.turnpike.tenant.ManageTenants;
import org.turnpike.tenant.Tenant;

/** Tenants of the caller's reach. */
@RequestScoped
@Path("/tenants")
@Produces(MediaType.APPLICATION_JSON)
@Consumes(MediaType.APPLICATION_JSON)
@Tag(name = "Tenants")
@SecurityRequirement(name = "apiKey")
@ApiResponse(responseCode = "default", ref = "Problem")
public class TenantsResource {
  @Inject ManageTenants tenants;
  @Inject OncePerKey once;
  @Inject Caller caller;
  @Inject HttpServletRequest request;

  @GET
  @Operation(
      operationId = "listTenants",
      summary = "The tenants of the caller's reach, in the order they were added")
  @Replies
  public Page<TenantReply> list(@BeanParam Paging paging) {
    return Page.of(tenants.list(caller, paging.request()), TenantReply::of);
  }

  @POST
  @Operation(operationId = "addTenant", summary = "Adds a tenant")
  @SecurityRequirement(name = "apiKey", scopes = "admin")
  @RepeatsSafely
  @ApiResponse(
      responseCode = "201",
      description = "Created",
      content = @Content(schema = @Schema(implementation = TenantReply.class)))
  public Response add(NewTenant body) {
    return once.respond(
        request,
        () -> {
          Tenant tenant = tenants.add(caller, body.details());
          return Answer.created(request, tenant.id().value(), TenantReply.of(tenant));
        });
  }

  @GET
  @Path("{tenant}")
  @Operation(operationId = "findTenant", summary = "One tenant")
  @Replies
  public TenantReply find(@PathParam("tenant") UUID tenant) {
    return TenantReply.of(tenants.find(caller, new TenantId(tenant)));
  }

  @PATCH
  @Path("{tenant}")
  @Operation(
      operationId = "changeTenant",
      summary = "Changes what the body names; suspends and closes, too")
  @SecurityRequirement(name = "apiKey", scopes = "admin")
  @Replies
  public TenantReply change(@PathParam("tenant") UUID tenant, TenantChange body) {
    return TenantReply.of(tenants.change(caller, new TenantId(tenant), body.details()));
  }
}
