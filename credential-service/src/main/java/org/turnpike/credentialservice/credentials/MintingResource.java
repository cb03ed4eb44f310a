package org.turnpike.credentialservice.credentials;

import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.responses.ApiResponse;
import io.swagger.v3.oas.annotations.security.SecurityRequirement;
import io.swagger.v3.oas.annotations.tags.Tag;
import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.ws.rs.BeanParam;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import org.turnpike.credential.MintingReport;
import org.turnpike.credential.SeeMinting;
import org.turnpike.credentialservice.rules.Page;
import org.turnpike.credentialservice.rules.Paging;
import org.turnpike.credentialservice.rules.Replies;
import org.turnpike.identity.Caller;

/** How minting goes, tenant by tenant. */
@RequestScoped
@Path("/minting")
@Produces(MediaType.APPLICATION_JSON)
@Tag(name = "Credentials")
@SecurityRequirement(name = "apiKey", scopes = "usage")
@ApiResponse(responseCode = "default", ref = "Problem")
public class MintingResource {
  @Inject SeeMinting minting;
  @Inject Caller caller;

  @GET
  @Operation(
      operationId = "listMinting",
      summary = "How minting goes for each tenant of the caller's reach, by name")
  @Replies
  public Page<MintingReply> list(@BeanParam Paging paging) {
    MintingReport report = minting.all(caller);
    return Page.of(
        paging.cut(report.tenants(), of -> of.tenant().id()), of -> MintingReply.of(report, of));
  }
}
