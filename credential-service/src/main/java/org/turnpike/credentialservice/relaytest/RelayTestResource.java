package org.turnpike.credentialservice.relaytest;

import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.media.Content;
import io.swagger.v3.oas.annotations.media.Schema;
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
import jakarta.ws.rs.core.Response;
import java.util.function.Function;
import org.turnpike.credentialservice.credentials.IceServersReply;
import org.turnpike.credentialservice.rules.Bearer;
import org.turnpike.credentialservice.rules.CallerAddress;
import org.turnpike.identity.SignInThrottle;
import org.turnpike.network.AddressesInUse;
import org.turnpike.network.FirewallLetter;
import org.turnpike.relaytest.RunRelayTest;
import org.turnpike.shared.Rejected;
import org.turnpike.shared.Secret;
import org.turnpike.shared.TooManyRequests;
import org.turnpike.shared.Unavailable;

/** For whoever holds a link, who has no API key; guessing tokens is slowed down. */
@RequestScoped
@Path("/relay-test")
@Produces(MediaType.APPLICATION_JSON)
@Consumes(MediaType.APPLICATION_JSON)
@Tag(name = "Relay test")
@ApiResponse(responseCode = "default", ref = "Problem")
public class RelayTestResource {
  @Inject RunRelayTest test;
  @Inject AddressesInUse inUse;
  @Inject SignInThrottle throttle;
  @Inject CallerAddress addresses;
  @Inject HttpServletRequest request;

  @POST
  @Path("credentials")
  @Operation(
      operationId = "mintForRelayTest",
      summary = "ICE servers for ten minutes; needs a link's token in place of an API key",
      security = {})
  @ApiResponse(
      responseCode = "201",
      description = "Created",
      content = @Content(schema = @Schema(implementation = RelayTestStartReply.class)))
  public Response mint(RelayTestStart body) {
    String letter = FirewallLetter.of(inUse.now());
    IceServersReply minted = IceServersReply.of(byLink(token -> test.mint(token, body.refused())));
    return Response.status(201).entity(new RelayTestStartReply(minted, letter)).build();
  }

  @POST
  @Path("results")
  @Operation(
      operationId = "tellRelayTest",
      summary = "Keeps what a test found; needs a link's token in place of an API key",
      security = {})
  @ApiResponse(responseCode = "204", description = "Done")
  public void tell(RelayTestTold body) {
    byLink(token -> test.record(token, body.browser(), body.checkedLegs()));
  }

  private <T> T byLink(Function<Secret, T> work) {
    String address = addresses.of(request);
    try {
      throttle.check(address);
    } catch (Unavailable tooMany) {
      throw new TooManyRequests("Too many failed attempts. Try later.", tooMany.retryAfter());
    }
    try {
      return work.apply(token());
    } catch (Rejected refused) {
      if (refused.reason() == Rejected.Reason.UNAUTHENTICATED) {
        throttle.failed(address);
      }
      throw refused;
    }
  }

  private Secret token() {
    return Bearer.of(request)
        .map(Secret::of)
        .orElseThrow(
            () ->
                new Rejected(
                    Rejected.Reason.UNAUTHENTICATED,
                    "Send a link's token: Authorization: Bearer trt_…"));
  }
}
