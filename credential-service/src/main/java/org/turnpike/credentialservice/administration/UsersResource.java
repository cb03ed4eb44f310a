package org.turnpike.credentialservice.administration;

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
import jakarta.ws.rs.GET;
import jakarta.ws.rs.PATCH;
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
import org.turnpike.identity.ManageUsers;
import org.turnpike.identity.User;
import org.turnpike.shared.PublicAddress;

/** People who use the console. */
@RequestScoped
@Path("/users")
@Produces(MediaType.APPLICATION_JSON)
@Consumes(MediaType.APPLICATION_JSON)
@Tag(name = "Users")
@SecurityRequirement(name = "apiKey", scopes = "admin")
@ApiResponse(responseCode = "default", ref = "Problem")
public class UsersResource {
  @Inject ManageUsers users;
  @Inject PublicAddress address;
  @Inject OncePerKey once;
  @Inject Caller caller;
  @Inject HttpServletRequest request;

  @GET
  @Operation(operationId = "listUsers", summary = "All users, by name")
  @Replies
  public Page<UserReply> list(@BeanParam Paging paging) {
    return Page.of(paging.cut(users.list(caller), User::id), UserReply::of);
  }

  @POST
  @Operation(
      operationId = "inviteUser",
      summary = "Invites a person by a one-time link, which is shown this once")
  @RepeatsSafely
  @ApiResponse(
      responseCode = "201",
      description = "Created",
      content = @Content(schema = @Schema(implementation = InvitationReply.class)))
  public Response invite(NewUser body) {
    return once.respond(
        request,
        () ->
            answer(
                users.invite(caller, body.email(), body.name(), RoleShape.grants(body.roles()))));
  }

  @POST
  @Path("{user}/invitation")
  @Operation(
      operationId = "inviteUserAgain",
      summary = "A new one-time link, for a first password or a forgotten one")
  @RepeatsSafely
  @ApiResponse(
      responseCode = "201",
      description = "Created",
      content = @Content(schema = @Schema(implementation = InvitationReply.class)))
  public Response inviteAgain(@PathParam("user") UUID user) {
    return once.respond(request, () -> answer(users.inviteAgain(caller, user)));
  }

  private Answer answer(ManageUsers.Invitation invitation) {
    User user = invitation.user();
    InvitationReply reply =
        new InvitationReply(
            user.id(),
            address.welcome(invitation.token(), request.getRequestURL()),
            UserReply.of(user));
    return Answer.created(user.id(), reply).withSecret();
  }

  @PATCH
  @Path("{user}")
  @Operation(
      operationId = "changeUser",
      summary = "Gives a person the roles of the body, in place of those held")
  @Replies
  public UserReply change(@PathParam("user") UUID user, UserChange body) {
    return UserReply.of(users.assignRoles(caller, user, RoleShape.grants(body.roles())));
  }

  @POST
  @Path("{user}/disable")
  @Operation(operationId = "disableUser", summary = "Locks a person out")
  @Replies
  public UserReply disable(@PathParam("user") UUID user) {
    return UserReply.of(users.disable(caller, user));
  }

  @POST
  @Path("{user}/enable")
  @Operation(operationId = "enableUser", summary = "Lets a person in again")
  @Replies
  public UserReply enable(@PathParam("user") UUID user) {
    return UserReply.of(users.enable(caller, user));
  }
}
