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
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.util.UUID;
import org.turnpike.attribution.WriteOffUsage;
import org.turnpike.credentialservice.rules.Answer;
import org.turnpike.credentialservice.rules.OncePerKey;
import org.turnpike.credentialservice.rules.Page;
import org.turnpike.credentialservice.rules.Paging;
import org.turnpike.credentialservice.rules.RepeatsSafely;
import org.turnpike.credentialservice.rules.Replies;
import org.turnpike.identity.Caller;
import org.turnpike.turnkey.TurnKeyId;

/** What was relayed on shared TURN keys and no rule gives to a tenant. */
@RequestScoped
@Path("/unattributed-usage")
@Produces(MediaType.APPLICATION_JSON)
@Consumes(MediaType.APPLICATION_JSON)
@Tag(name = "Attribution")
@SecurityRequirement(name = "apiKey", scopes = "finance")
@ApiResponse(responseCode = "default", ref = "Problem")
public class UnattributedUsageResource {
  @Inject WriteOffUsage usage;
  @Inject OncePerKey once;
  @Inject Caller caller;
  @Inject HttpServletRequest request;

  @GET
  @Operation(
      operationId = "listUnattributedUsage",
      summary = "Usage that is nobody's, by custom identifier, the 1,000 largest by egress")
  @Replies
  public UnattributedReply list(@BeanParam Paging paging) {
    WriteOffUsage.Inbox inbox = usage.inbox(caller, WriteOffUsage.MOST);
    return UnattributedReply.of(inbox, paging.cut(inbox.items(), item -> item.share().id()));
  }

  @POST
  @Path("{usage}/write-offs")
  @Operation(
      operationId = "writeOffUsage",
      summary = "Charges it to nobody, with a reason; what comes later is listed again")
  @RepeatsSafely
  @ApiResponse(
      responseCode = "201",
      description = "Created",
      content = @Content(schema = @Schema(implementation = WriteOffReply.class)))
  public Response writeOff(@PathParam("usage") UUID id, WriteOffRequest body) {
    return once.respond(
        request,
        () -> {
          WriteOffUsage.Written written = usage.writeOff(caller, new TurnKeyId(id), body.reason());
          return Answer.created(written.writeOff().id(), WriteOffReply.of(written));
        });
  }

  @GET
  @Path("write-offs")
  @Operation(
      operationId = "listWriteOffs",
      summary = "What was written off and why: the latest 1,000, newest first")
  @Replies
  public Page<WriteOffReply> writeOffs(@BeanParam Paging paging) {
    return Page.of(
        paging.cut(usage.writeOffs(caller, WriteOffUsage.MOST), written -> written.writeOff().id()),
        WriteOffReply::of);
  }
}
