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
import java.util.List;
import java.util.UUID;
import org.turnpike.billing.BillingPeriod;
import org.turnpike.billing.DrawUpStatements;
import org.turnpike.credentialservice.rules.Page;
import org.turnpike.credentialservice.rules.Paging;
import org.turnpike.credentialservice.rules.Replies;
import org.turnpike.identity.Caller;
import org.turnpike.shared.TenantId;

/** A tenant's statements. */
@RequestScoped
@Path("/tenants/{tenant}/statements")
@Produces(MediaType.APPLICATION_JSON)
@Tag(name = "Usage and money")
@SecurityRequirement(name = "apiKey", scopes = "finance")
@ApiResponse(responseCode = "default", ref = "Problem")
public class TenantStatementsResource {
  @Inject DrawUpStatements statements;
  @Inject Caller caller;

  @GET
  @Operation(
      operationId = "listStatements",
      summary = "The periods there are statements of, newest first")
  @Replies
  public Page<PeriodReply> list(@PathParam("tenant") UUID tenant, @BeanParam Paging paging) {
    List<BillingPeriod> periods = statements.periods(caller, new TenantId(tenant));
    return Page.of(paging.cut(periods, BillingPeriod::name), PeriodReply::of);
  }

  @GET
  @Path("{period}")
  @Operation(
      operationId = "readStatement",
      summary = "The statement of a period, such as 2026-11, or of the current one")
  @Replies
  public StatementReply find(@PathParam("tenant") UUID tenant, @PathParam("period") String period) {
    return StatementReply.of(
        statements.of(caller, new TenantId(tenant), PeriodName.checked(period)));
  }
}
