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
import org.turnpike.tenant.AccountId;
import org.turnpike.tenant.CloudflareAccount;
import org.turnpike.tenant.ManageAccounts;

/** Accounts at Cloudflare. */
@RequestScoped
@Path("/accounts")
@Produces(MediaType.APPLICATION_JSON)
@Consumes(MediaType.APPLICATION_JSON)
@Tag(name = "Accounts")
@SecurityRequirement(name = "apiKey", scopes = "admin")
@ApiResponse(responseCode = "default", ref = "Problem")
public class AccountsResource {
  @Inject ManageAccounts accounts;
  @Inject OncePerKey once;
  @Inject Caller caller;
  @Inject HttpServletRequest request;

  @GET
  @Operation(operationId = "listAccounts", summary = "All accounts, by name")
  @Replies
  public Page<AccountReply> list(@BeanParam Paging paging) {
    return Page.of(paging.cut(accounts.list(caller), CloudflareAccount::id), AccountReply::of);
  }

  @POST
  @Operation(
      operationId = "addAccount",
      summary = "Adds an account, once its tokens were tried at Cloudflare")
  @RepeatsSafely
  @ApiResponse(
      responseCode = "201",
      description = "Created",
      content = @Content(schema = @Schema(implementation = AccountReply.class)))
  public Response add(AccountRequest body) {
    return once.respond(
        request,
        () -> {
          CloudflareAccount account = accounts.add(caller, body.details());
          return Answer.created(request, account.id().value(), AccountReply.of(account));
        });
  }

  @GET
  @Path("{account}")
  @Operation(operationId = "findAccount", summary = "One account")
  @Replies
  public AccountReply find(@PathParam("account") UUID account) {
    return AccountReply.of(accounts.find(caller, new AccountId(account)));
  }

  @PATCH
  @Path("{account}")
  @Operation(
      operationId = "changeAccount",
      summary = "Replaces what the body names; new tokens are tried first")
  @Replies
  public AccountReply change(@PathParam("account") UUID account, AccountRequest body) {
    return AccountReply.of(accounts.change(caller, new AccountId(account), body.details()));
  }

  @POST
  @Path("{account}/check")
  @Operation(operationId = "checkAccount", summary = "Tries each token at Cloudflare")
  @Replies
  public CheckReply check(@PathParam("account") UUID account) {
    return CheckReply.of(accounts.check(caller, new AccountId(account)));
  }
}
