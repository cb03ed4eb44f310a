package org.turnpike.credentialservice.notification;

import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.responses.ApiResponse;
import io.swagger.v3.oas.annotations.security.SecurityRequirement;
import io.swagger.v3.oas.annotations.tags.Tag;
import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.ws.rs.BeanParam;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import java.util.UUID;
import org.turnpike.credentialservice.rules.Page;
import org.turnpike.credentialservice.rules.Paging;
import org.turnpike.credentialservice.rules.Replies;
import org.turnpike.identity.Caller;
import org.turnpike.notification.NotificationId;
import org.turnpike.notification.ReplayNotification;

/** What was told, and whether it arrived. */
@RequestScoped
@Path("/notifications")
@Produces(MediaType.APPLICATION_JSON)
@Tag(name = "Notifications")
@SecurityRequirement(name = "apiKey", scopes = "admin")
@ApiResponse(responseCode = "default", ref = "Problem")
public class NotificationsResource {
  @Inject ReplayNotification notifications;
  @Inject Caller caller;

  @GET
  @Operation(
      operationId = "listNotifications",
      summary = "What was told to whom and what became of it, newest first")
  @Replies
  public Page<NotificationReply> list(@BeanParam Paging paging) {
    return Page.of(notifications.list(caller, paging.request()), NotificationReply::of);
  }

  @POST
  @Path("{notification}/replay")
  @Operation(
      operationId = "replayNotification",
      summary = "Sends it once more under the same id, tried for another day; 409 while it waits")
  @Replies
  public NotificationReply replay(@PathParam("notification") UUID notification) {
    return NotificationReply.of(notifications.replay(caller, new NotificationId(notification)));
  }
}
