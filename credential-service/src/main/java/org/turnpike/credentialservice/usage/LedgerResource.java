package org.turnpike.credentialservice.usage;

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
import java.util.Map;
import java.util.UUID;
import org.turnpike.analytics.ReportUsage;
import org.turnpike.analytics.TraceUsage;
import org.turnpike.credentialservice.rules.Page;
import org.turnpike.credentialservice.rules.Paging;
import org.turnpike.credentialservice.rules.Replies;
import org.turnpike.identity.Caller;
import org.turnpike.shared.Slice;
import org.turnpike.shared.TenantId;
import org.turnpike.usage.ReplyId;
import org.turnpike.usage.UsageRecord;

/** The ledger's lines of a tenant, and the answers of Cloudflare's that they come from. */
@RequestScoped
@Path("/tenants/{tenant}/ledger")
@Produces(MediaType.APPLICATION_JSON)
@Tag(name = "Usage and money")
@SecurityRequirement(name = "apiKey", scopes = "usage")
@ApiResponse(responseCode = "default", ref = "Problem")
public class LedgerResource {
  @Inject ReportUsage usage;
  @Inject TraceUsage trace;
  @Inject Caller caller;
  @Inject Clock clock;

  @GET
  @Operation(
      operationId = "readLedger",
      summary = "The usage records behind a figure, corrections included, as posted")
  @Replies
  public Page<LedgerLine> ledger(
      @PathParam("tenant") UUID tenant, @BeanParam Period period, @BeanParam Paging paging) {
    Slice<UsageRecord> lines =
        usage.ledger(caller, new TenantId(tenant), period.range(clock), paging.request());
    Map<ReplyId, String> replies = trace.hashes(caller, lines.items());
    return Page.of(lines, line -> LedgerLine.of(line, replies));
  }

  @GET
  @Path("replies/{reply}")
  @Operation(
      operationId = "readReply",
      summary = "What Cloudflare was asked and answered, byte for byte, for a line of the ledger")
  @Replies
  public ReplyOfCloudflare reply(@PathParam("tenant") UUID tenant, @PathParam("reply") UUID reply) {
    return ReplyOfCloudflare.of(trace.reply(caller, new TenantId(tenant), new ReplyId(reply)));
  }
}
