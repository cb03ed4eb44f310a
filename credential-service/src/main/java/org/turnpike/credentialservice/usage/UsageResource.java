package org.turnpike.credentialservice.usage;

import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.Parameter;
import io.swagger.v3.oas.annotations.media.Schema;
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
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.MediaType;
import java.time.Clock;
import java.time.ZoneId;
import java.util.UUID;
import org.turnpike.analytics.Granularity;
import org.turnpike.analytics.ReportUsage;
import org.turnpike.credentialservice.rules.Query;
import org.turnpike.credentialservice.rules.Replies;
import org.turnpike.identity.Caller;
import org.turnpike.shared.Rejected;
import org.turnpike.shared.TenantId;

/** A tenant's usage. */
@RequestScoped
@Path("/tenants/{tenant}/usage")
@Produces(MediaType.APPLICATION_JSON)
@Tag(name = "Usage and money")
@SecurityRequirement(name = "apiKey", scopes = "usage")
@ApiResponse(responseCode = "default", ref = "Problem")
public class UsageResource {
  private static final String BY_TURN_KEY = "turnKey";
  private static final ZoneId UTC = ZoneId.of("UTC");

  @Inject ReportUsage usage;
  @Inject Caller caller;
  @Inject Clock clock;

  @GET
  @Operation(operationId = "readUsage", summary = "Usage over time")
  @Replies
  public UsageReply usage(
      @PathParam("tenant") UUID tenant,
      @BeanParam Period period,
      @QueryParam("granularity")
          @Parameter(
              schema =
                  @Schema(
                      allowableValues = {"hour", "day", "month"},
                      defaultValue = "day"))
          String granularity,
      @QueryParam("groupBy")
          @Parameter(schema = @Schema(allowableValues = BY_TURN_KEY, defaultValue = BY_TURN_KEY))
          String groupBy,
      @QueryParam("timeZone")
          @Parameter(description = "whose days and months; an IANA name, UTC when left out")
          String timeZone) {
    if (groupBy != null && !groupBy.equals(BY_TURN_KEY)) {
      throw Rejected.invalid("groupBy", "Usage is grouped by turnKey alone, so far.");
    }
    ZoneId zone = Query.zone("timeZone", timeZone);
    return UsageReply.of(
        usage.series(
            caller,
            new TenantId(tenant),
            period.range(clock),
            granularity == null ? Granularity.DAY : Granularity.named(granularity),
            zone == null ? UTC : zone));
  }
}
