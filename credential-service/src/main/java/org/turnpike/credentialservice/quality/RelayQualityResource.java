package org.turnpike.credentialservice.quality;

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
import java.time.Clock;
import java.util.UUID;
import org.turnpike.credentialservice.rules.Replies;
import org.turnpike.credentialservice.usage.Period;
import org.turnpike.identity.Caller;
import org.turnpike.quality.SeeRelayQuality;
import org.turnpike.shared.TenantId;

/** How a tenant's calls fared. */
@RequestScoped
@Path("/tenants/{tenant}/relay-quality")
@Produces(MediaType.APPLICATION_JSON)
@Tag(name = "Usage and money")
@SecurityRequirement(name = "apiKey", scopes = "usage")
@ApiResponse(responseCode = "default", ref = "Problem")
public class RelayQualityResource {
  @Inject SeeRelayQuality quality;
  @Inject Caller caller;
  @Inject Clock clock;

  @GET
  @Operation(
      operationId = "readRelayQuality",
      summary = "How calls fared, as browsers told",
      description =
          "Of the calls first told of within the range, and the latest that each told. Nothing of"
              + " it is billed. It is empty unless the tenant takes relay reports.")
  @Replies
  public RelayQualityReply read(@PathParam("tenant") UUID tenant, @BeanParam Period period) {
    return RelayQualityReply.of(quality.of(caller, new TenantId(tenant), period.range(clock)));
  }
}
