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
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.MediaType;
import java.util.UUID;
import org.turnpike.analytics.LeakId;
import org.turnpike.analytics.LeakReason;
import org.turnpike.analytics.PossibleLeak;
import org.turnpike.analytics.PossibleLeaks;
import org.turnpike.analytics.SeeLeaks;
import org.turnpike.credentialservice.rules.Choice;
import org.turnpike.credentialservice.rules.Paging;
import org.turnpike.credentialservice.rules.Replies;
import org.turnpike.identity.Caller;
import org.turnpike.shared.Slice;
import org.turnpike.shared.TenantId;

/** A tenant's usage by credentials that were never issued, are over, or carry too much. */
@RequestScoped
@Path("/tenants/{tenant}/possible-leaks")
@Produces(MediaType.APPLICATION_JSON)
@Consumes(MediaType.APPLICATION_JSON)
@Tag(name = "Usage and money")
@ApiResponse(responseCode = "default", ref = "Problem")
public class PossibleLeaksResource {
  /** Where one stands. */
  private enum State {
    OPEN,
    DISMISSED
  }

  @Inject SeeLeaks leaks;
  @Inject Caller caller;

  @GET
  @SecurityRequirement(name = "apiKey", scopes = "usage")
  @Operation(
      operationId = "listPossibleLeaks",
      summary = "Usage by credentials that should not relay, newest first",
      description =
          "Each whole hour is examined once, an hour after it is in the ledger at the earliest."
              + " Usage for which Cloudflare tells no username is left out of account.")
  @Replies
  public LeakPage list(
      @PathParam("tenant") UUID tenant,
      @QueryParam("state") @Parameter(schema = @Schema(allowableValues = {"open", "dismissed"}))
          String state,
      @QueryParam("reason")
          @Parameter(
              schema =
                  @Schema(allowableValues = {"never-issued", "revoked", "expired", "too-much"}))
          String reason,
      @BeanParam Paging paging) {
    TenantId id = new TenantId(tenant);
    State wanted = Choice.of(State.class, "state", state);
    Slice<PossibleLeak> found =
        leaks.list(
            caller,
            new PossibleLeaks.Question(
                id,
                wanted == null ? null : wanted == State.OPEN,
                Choice.of(LeakReason.class, "reason", reason)),
            paging.request());
    return new LeakPage(
        found.items().stream().map(leak -> LeakReply.of(leak, caller)).toList(),
        found.next(),
        leaks.examinedThrough(caller, id).orElse(null));
  }

  @POST
  @Path("{leak}/dismiss")
  @SecurityRequirement(name = "apiKey", scopes = "keys")
  @Operation(
      operationId = "dismissPossibleLeak",
      summary = "Says why it is none, or what was done; further usage opens another")
  @Replies
  public LeakReply dismiss(
      @PathParam("tenant") UUID tenant, @PathParam("leak") UUID leak, Dismissal body) {
    return LeakReply.of(
        leaks.dismiss(caller, new TenantId(tenant), new LeakId(leak), body.why()), caller);
  }
}
