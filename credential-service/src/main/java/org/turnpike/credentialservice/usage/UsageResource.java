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
import org.turnpike.analytics.BreakDownUsage;
import org.turnpike.analytics.Dimension;
import org.turnpike.analytics.Granularity;
import org.turnpike.analytics.ReportUsage;
import org.turnpike.analytics.UsageSeries;
import org.turnpike.credentialservice.rules.Query;
import org.turnpike.credentialservice.rules.Replies;
import org.turnpike.identity.Caller;
import org.turnpike.shared.TenantId;
import org.turnpike.shared.TimeRange;

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
  @Inject BreakDownUsage breakDown;
  @Inject Caller caller;
  @Inject Clock clock;

  @GET
  @Operation(
      operationId = "readUsage",
      summary = "Usage over time",
      description =
          "By TURN key these are the figures that are billed. By anything else they are estimates"
              + " for display, of which money is never made: the totals are the ledger's, and the"
              + " series of kind `other` is what the ledger has more than the others.")
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
          @Parameter(
              schema =
                  @Schema(
                      allowableValues = {BY_TURN_KEY, "customIdentifier", "country", "city"},
                      defaultValue = BY_TURN_KEY))
          String groupBy,
      @QueryParam("timeZone")
          @Parameter(description = "whose days and months; an IANA name, UTC when left out")
          String timeZone) {
    TenantId id = new TenantId(tenant);
    Dimension dimension =
        groupBy == null || groupBy.equals(BY_TURN_KEY) ? null : Dimension.named(groupBy);
    ZoneId named = Query.zone("timeZone", timeZone);
    ZoneId zone = named == null ? UTC : named;
    TimeRange range = period.range(clock);
    Granularity steps = granularity == null ? Granularity.DAY : Granularity.named(granularity);
    if (dimension != null) {
      return UsageReply.of(breakDown.by(caller, dimension, id, range, steps, zone));
    }
    UsageSeries series = usage.series(caller, id, range, steps, zone);
    return UsageReply.of(series, breakDown.connections(caller, id, series));
  }
}
