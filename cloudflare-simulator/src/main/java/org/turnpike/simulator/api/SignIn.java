package org.turnpike.simulator.api;

import java.util.function.BiFunction;
import org.turnpike.simulator.account.Account;
import org.turnpike.simulator.account.Accounts;
import org.turnpike.simulator.account.Permission;
import org.turnpike.simulator.http.Refused;
import org.turnpike.simulator.http.Reply;
import org.turnpike.simulator.http.Request;

/** Who calls, whether too often, and whether the token may do this. */
public final class SignIn {

  private final Accounts accounts;
  private final RateLimit rateLimit;

  public SignIn(Accounts accounts, RateLimit rateLimit) {
    this.accounts = accounts;
    this.rateLimit = rateLimit;
  }

  /** A handler that knows its caller's token. */
  @FunctionalInterface
  public interface Signed extends BiFunction<Request, String, Reply> {}

  /** Answers as the handler does, or as Cloudflare refuses; with the rate limit's headers. */
  public Reply answer(Request request, Signed handler) {
    String token;
    try {
      token = token(request);
    } catch (Refused refused) {
      return refused.reply();
    }
    RateLimit.Allowance allowance = rateLimit.take(token);
    Reply reply = allowance.exceeded() ? tooMany(allowance) : handled(request, token, handler);
    return reply
        .with("x-ratelimit-limit", String.valueOf(allowance.limit()))
        .with("x-ratelimit-remaining", String.valueOf(allowance.remaining()))
        .with("x-ratelimit-reset", String.valueOf(allowance.secondsToReset()));
  }

  /** The account, when this token may do this to it. */
  public Account account(String accountId, String token, Permission permission) {
    return accounts
        .find(accountId)
        .filter(account -> account.allows(token, permission))
        .orElseThrow(() -> new Refused(notAuthenticated(403)));
  }

  private String token(Request request) {
    if (request.authorization() == null) {
      throw new Refused(
          Envelope.failure(400, 9106, "Missing X-Auth-Key, X-Auth-Email or Authorization headers"));
    }
    String token =
        request
            .bearer()
            .orElseThrow(() -> new Refused(Envelope.failure(400, 6003, "Invalid request headers")));
    if (!accounts.knowToken(token)) {
      throw new Refused(notAuthenticated(401));
    }
    return token;
  }

  private static Reply handled(Request request, String token, Signed handler) {
    try {
      return handler.apply(request, token);
    } catch (Refused refused) {
      return refused.reply();
    }
  }

  private static Reply tooMany(RateLimit.Allowance allowance) {
    return Envelope.failure(429, 971, "Please wait and consider throttling your request speed")
        .with("retry-after", String.valueOf(allowance.secondsToReset()));
  }

  private static Reply notAuthenticated(int status) {
    return Envelope.failure(status, Envelope.AUTHENTICATION_ERROR, "Authentication error");
  }
}
