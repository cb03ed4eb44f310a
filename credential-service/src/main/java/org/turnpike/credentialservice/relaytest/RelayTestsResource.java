package org.turnpike.credentialservice.relaytest;

import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.responses.ApiResponse;
import io.swagger.v3.oas.annotations.security.SecurityRequirement;
import io.swagger.v3.oas.annotations.tags.Tag;
import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.ws.rs.BeanParam;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import java.util.UUID;
import org.turnpike.credentialservice.rules.Page;
import org.turnpike.credentialservice.rules.Paging;
import org.turnpike.credentialservice.rules.Replies;
import org.turnpike.identity.Caller;
import org.turnpike.relaytest.RelayTestResult;
import org.turnpike.relaytest.SeeRelayTests;
import org.turnpike.shared.TenantId;

/** What relay tests of a tenant found. */
@RequestScoped
@Path("/tenants/{tenant}/relay-tests")
@Produces(MediaType.APPLICATION_JSON)
@Tag(name = "Relay test")
@SecurityRequirement(name = "apiKey", scopes = "keys")
@ApiResponse(responseCode = "default", ref = "Problem")
public class RelayTestsResource {
  @Inject SeeRelayTests tests;
  @Inject Caller caller;

  @GET
  @Operation(
      operationId = "listRelayTests",
      summary = "What the tenant's latest relay tests found, newest first, 200 at the most")
  @Replies
  public Page<RelayTestReply> list(@PathParam("tenant") UUID tenant, @BeanParam Paging paging) {
    return Page.of(
        paging.cut(tests.latest(caller, new TenantId(tenant)), RelayTestResult::id),
        RelayTestReply::of);
  }
}
