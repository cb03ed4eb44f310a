package org.turnpike.credentialservice.credentials;

import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.responses.ApiResponse;
import io.swagger.v3.oas.annotations.security.SecurityRequirement;
import io.swagger.v3.oas.annotations.tags.Tag;
import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import java.util.UUID;
import org.turnpike.credential.MintingReport;
import org.turnpike.credential.SeeMinting;
import org.turnpike.credentialservice.rules.Replies;
import org.turnpike.identity.Caller;
import org.turnpike.shared.TenantId;

/** How minting goes for one tenant. */
@RequestScoped
@Path("/tenants/{tenant}/minting")
@Produces(MediaType.APPLICATION_JSON)
@Tag(name = "Credentials")
@SecurityRequirement(name = "apiKey", scopes = "usage")
@ApiResponse(responseCode = "default", ref = "Problem")
public class TenantMintingResource {
  @Inject SeeMinting minting;
  @Inject Caller caller;

  @GET
  @Operation(operationId = "readMinting", summary = "How minting goes for one tenant")
  @Replies
  public MintingReply read(@PathParam("tenant") UUID tenant) {
    MintingReport report = minting.of(caller, new TenantId(tenant));
    return MintingReply.of(report, report.tenants().get(0));
  }
}
