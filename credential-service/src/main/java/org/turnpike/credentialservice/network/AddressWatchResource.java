package org.turnpike.credentialservice.network;

import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.responses.ApiResponse;
import io.swagger.v3.oas.annotations.security.SecurityRequirement;
import io.swagger.v3.oas.annotations.tags.Tag;
import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import org.turnpike.credentialservice.rules.Replies;
import org.turnpike.identity.Caller;
import org.turnpike.network.AcknowledgeAddresses;
import org.turnpike.network.AddressWatch;
import org.turnpike.network.SeeAddressWatch;

/** The watch over the addresses of Cloudflare's relays. */
@RequestScoped
@Path("/address-watch")
@Produces(MediaType.APPLICATION_JSON)
@Consumes(MediaType.APPLICATION_JSON)
@Tag(name = "Relay addresses")
@ApiResponse(responseCode = "default", ref = "Problem")
public class AddressWatchResource {
  @Inject SeeAddressWatch seeing;
  @Inject AcknowledgeAddresses acknowledging;
  @Inject Caller caller;

  @GET
  @SecurityRequirement(name = "apiKey", scopes = "keys")
  @Operation(
      operationId = "seeAddressWatch",
      summary = "Addresses of Cloudflare's relays, and until when firewalls have to follow")
  @Replies
  public AddressWatchReply see() {
    return reply(seeing.see(caller));
  }

  @POST
  @Path("acknowledge")
  @SecurityRequirement(name = "apiKey", scopes = "admin")
  @Operation(
      operationId = "acknowledgeAddresses",
      summary = "Says what the firewall is open for now, which ends a countdown",
      description =
          "409 when one is missing that has been seen: it may have been seen since the caller"
              + " looked. Saying the same again changes nothing.")
  @Replies
  public AddressWatchReply acknowledge(Acknowledgement body) {
    return reply(acknowledging.acknowledge(caller, body.open()));
  }

  private AddressWatchReply reply(AddressWatch watch) {
    return AddressWatchReply.of(watch, seeing.resolver(), SeeAddressWatch.mayAcknowledge(caller));
  }
}
