package org.turnpike.credentialservice.attribution;

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
import jakarta.ws.rs.DELETE;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.util.UUID;
import org.turnpike.attribution.AttributeUsage;
import org.turnpike.attribution.AttributionRule;
import org.turnpike.credentialservice.rules.Answer;
import org.turnpike.credentialservice.rules.OncePerKey;
import org.turnpike.credentialservice.rules.Page;
import org.turnpike.credentialservice.rules.Paging;
import org.turnpike.credentialservice.rules.RepeatsSafely;
import org.turnpike.credentialservice.rules.Replies;
import org.turnpike.identity.Caller;
import org.turnpike.turnkey.TurnKeyId;
import org.turnpike.usage.RuleId;

/** Whose usage of a shared TURN key is, by custom identifier. */
@RequestScoped
@Path("/shared-turn-keys/{key}/attribution-rules")
@Produces(MediaType.APPLICATION_JSON)
@Consumes(MediaType.APPLICATION_JSON)
@Tag(name = "Attribution")
@SecurityRequirement(name = "apiKey", scopes = "finance")
@ApiResponse(responseCode = "default", ref = "Problem")
public class AttributionRulesResource {
  @Inject AttributeUsage attribute;
  @Inject OncePerKey once;
  @Inject Caller caller;
  @Inject HttpServletRequest request;

  @GET
  @Operation(
      operationId = "listAttributionRules",
      summary = "The rules in force, oldest first; of several that match, the most precise decides")
  @Replies
  public Page<RuleReply> list(@PathParam("key") UUID key, @BeanParam Paging paging) {
    return Page.of(
        paging.cut(attribute.rules(caller, new TurnKeyId(key)), AttributionRule::id),
        RuleReply::of);
  }

  @POST
  @Operation(
      operationId = "addAttributionRule",
      summary = "Gives a tenant what the identifiers relayed, all there is and all that comes")
  @RepeatsSafely
  @ApiResponse(
      responseCode = "201",
      description = "Created",
      content = @Content(schema = @Schema(implementation = RuleReply.class)))
  public Response add(@PathParam("key") UUID key, RuleRequest body) {
    return once.respond(
        request,
        () -> {
          AttributionRule rule =
              attribute
                  .assign(caller, new TurnKeyId(key), body.checkedPattern(), body.tenant())
                  .rule();
          return Answer.created(rule.id().value(), RuleReply.of(rule));
        });
  }

  @DELETE
  @Path("{rule}")
  @ApiResponse(responseCode = "204", description = "Done")
  @Operation(
      operationId = "endAttributionRule",
      summary = "Ends it: its usage goes where the other rules say, or is nobody's again")
  public void end(@PathParam("key") UUID key, @PathParam("rule") UUID rule) {
    attribute.end(caller, new TurnKeyId(key), new RuleId(rule));
  }
}
