package org.turnpike.credentialservice.notification;

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
import org.turnpike.credentialservice.rules.Answer;
import org.turnpike.credentialservice.rules.OncePerKey;
import org.turnpike.credentialservice.rules.Page;
import org.turnpike.credentialservice.rules.Paging;
import org.turnpike.credentialservice.rules.RepeatsSafely;
import org.turnpike.credentialservice.rules.Replies;
import org.turnpike.identity.Caller;
import org.turnpike.notification.Destination;
import org.turnpike.notification.DestinationId;
import org.turnpike.notification.ManageDestinations;
import org.turnpike.notification.Told;

/** Where notifications go. */
@RequestScoped
@Path("/notification-destinations")
@Produces(MediaType.APPLICATION_JSON)
@Consumes(MediaType.APPLICATION_JSON)
@Tag(name = "Notifications")
@SecurityRequirement(name = "apiKey", scopes = "admin")
@ApiResponse(responseCode = "default", ref = "Problem")
public class DestinationsResource {
  @Inject ManageDestinations destinations;
  @Inject OncePerKey once;
  @Inject Caller caller;
  @Inject HttpServletRequest request;

  @GET
  @Operation(operationId = "listDestinations", summary = "Where notifications go, oldest first")
  @Replies
  public Page<DestinationReply> list(@BeanParam Paging paging) {
    return Page.of(paging.cut(destinations.list(caller), Destination::id), DestinationReply::of);
  }

  @POST
  @Operation(
      operationId = "addDestination",
      summary = "Adds mail addresses, or a webhook, whose secret is shown this once")
  @RepeatsSafely
  @ApiResponse(
      responseCode = "201",
      description = "Created",
      content = @Content(schema = @Schema(implementation = AddedDestination.class)))
  public Response add(DestinationRequest body) {
    return once.respond(
        request,
        () -> {
          ManageDestinations.Added added = body.addedBy(destinations, caller);
          Answer answer =
              Answer.created(added.destination().id().value(), AddedDestination.of(added));
          return added.secret() == null ? answer : answer.withSecret();
        });
  }

  @DELETE
  @Path("{destination}")
  @ApiResponse(responseCode = "204", description = "Done")
  @Operation(
      operationId = "removeDestination",
      summary = "Sends nothing there any more; what waits for it is given up")
  public void remove(@PathParam("destination") UUID destination) {
    destinations.remove(caller, new DestinationId(destination));
  }

  @POST
  @Path("{destination}/test")
  @Operation(operationId = "testDestination", summary = "Sends a test message there")
  @RepeatsSafely
  @ApiResponse(
      responseCode = "201",
      description = "Created",
      content = @Content(schema = @Schema(implementation = NotificationReply.class)))
  public Response test(@PathParam("destination") UUID destination) {
    return once.respond(
        request,
        () -> {
          Told test = destinations.test(caller, new DestinationId(destination));
          return Answer.created(test.notification().id().value(), NotificationReply.of(test));
        });
  }
}
