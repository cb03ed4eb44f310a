package org.turnpike.credentialservice.administration;

import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.responses.ApiResponse;
import io.swagger.v3.oas.annotations.tags.Tag;
import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import org.turnpike.credentialservice.rules.CallerAddress;
import org.turnpike.identity.ManageUsers;
import org.turnpike.identity.SignInThrottle;
import org.turnpike.shared.Rejected;
import org.turnpike.shared.TooManyRequests;
import org.turnpike.shared.Unavailable;

/** Invited people, who have no API key; guessing tokens is slowed down. */
@RequestScoped
@Path("/invitations")
@Produces(MediaType.APPLICATION_JSON)
@Consumes(MediaType.APPLICATION_JSON)
@Tag(name = "Users")
@ApiResponse(responseCode = "default", ref = "Problem")
public class InvitationsResource {
  @Inject ManageUsers users;
  @Inject SignInThrottle throttle;
  @Inject CallerAddress addresses;
  @Inject HttpServletRequest request;

  @POST
  @Path("accept")
  @ApiResponse(responseCode = "204", description = "Done")
  @Operation(
      operationId = "acceptInvitation",
      summary = "Sets a password; needs no API key",
      security = {})
  public void accept(Acceptance body) {
    body.check();
    String address = addresses.of(request);
    check(address);
    try {
      users.acceptInvitation(body.token(), body.password());
    } catch (Rejected e) {
      throttle.failed(address);
      throw e;
    }
  }

  private void check(String address) {
    try {
      throttle.check(address);
    } catch (Unavailable tooMany) {
      throw new TooManyRequests("Too many failed attempts. Try later.", tooMany.retryAfter());
    }
  }
}
