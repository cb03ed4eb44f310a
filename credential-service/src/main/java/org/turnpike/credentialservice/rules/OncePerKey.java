package org.turnpike.credentialservice.rules;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.ws.rs.core.Response;
import java.lang.System.Logger;
import java.lang.System.Logger.Level;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.util.Optional;
import java.util.function.Supplier;
import java.util.regex.Pattern;
import org.turnpike.identity.RandomToken;
import org.turnpike.shared.IdempotentReplies;
import org.turnpike.shared.IdempotentReplies.Earlier;
import org.turnpike.shared.Rejected;
import org.turnpike.shared.Transactions;

/**
 * Does the work of a creating call once for each Idempotency-Key: a repetition gets the same
 * answer, and creates nothing. What created nothing is tried again. Work that was cut short, by the
 * end of the process, say, leaves its key taken: whether it created anything only a look can tell.
 */
@ApplicationScoped
public class OncePerKey {
  public static final String HEADER = "Idempotency-Key";

  private static final Logger LOG = System.getLogger(OncePerKey.class.getName());
  private static final Pattern KEY = Pattern.compile("[ -~]{1,255}");

  private IdempotentReplies replies;
  private Transactions transactions;
  private Clock clock;

  protected OncePerKey() {}

  @Inject
  public OncePerKey(IdempotentReplies replies, Transactions transactions, Clock clock) {
    this.replies = replies;
    this.transactions = transactions;
    this.clock = clock;
  }

  public Response respond(HttpServletRequest request, Supplier<Answer> work) {
    return answer(request, work).toResponse();
  }

  public Answer answer(HttpServletRequest request, Supplier<Answer> work) {
    String key = request.getHeader(HEADER);
    if (key == null) {
      return work.get();
    }
    if (!KEY.matcher(key).matches()) {
      throw Rejected.invalid(HEADER, HEADER + " needs 1 to 255 printable ASCII characters.");
    }
    IdempotentReplies.Call call =
        new IdempotentReplies.Call(
            Call.of(request).apiKey().id().value(), key, fingerprint(request));
    Optional<Earlier> earlier = transactions.call(() -> replies.take(call, clock.instant()));
    return earlier.isPresent() ? repeat(call, earlier.get()) : perform(call, work);
  }

  private Answer perform(IdempotentReplies.Call call, Supplier<Answer> work) {
    Answer answer;
    try {
      answer = work.get();
    } catch (RuntimeException e) {
      giveBack(call, e);
      throw e;
    }
    if (answer.createdNothing()) {
      attempt(() -> replies.giveBack(call));
    } else {
      keep(call, answer);
    }
    return answer;
  }

  private void giveBack(IdempotentReplies.Call call, RuntimeException failure) {
    try {
      transactions.run(() -> replies.giveBack(call));
    } catch (RuntimeException e) {
      failure.addSuppressed(e);
    }
  }

  /**
   * The answer is worth more than its being kept: it may hold a secret nobody can ask for again.
   */
  private void keep(IdempotentReplies.Call call, Answer answer) {
    String body = answer.holdsSecret() ? null : answer.json();
    attempt(
        () ->
            replies.keep(
                call,
                new IdempotentReplies.Reply(
                    answer.status(), answer.id(), answer.location(), body)));
  }

  private void attempt(Runnable keeping) {
    try {
      transactions.run(keeping);
    } catch (RuntimeException e) {
      LOG.log(Level.WARNING, "An answer was not kept: repeating its call will be refused", e);
    }
  }

  private static Answer repeat(IdempotentReplies.Call call, Earlier earlier) {
    if (!earlier.fingerprint().equals(call.fingerprint())) {
      throw Rejected.invalid(HEADER, "This " + HEADER + " came with another request before.");
    }
    IdempotentReplies.Reply reply = earlier.reply();
    if (reply == null) {
      throw Rejected.conflict(
          "A call with this "
              + HEADER
              + " is being worked on, or was cut short. Look whether it created anything.");
    }
    if (reply.body() == null) {
      throw new CreatedBefore(reply.id());
    }
    return new Answer(reply.status(), reply.id(), reply.location(), reply.body(), false);
  }

  private static String fingerprint(HttpServletRequest request) {
    String body = new String(BufferedRequest.bodyOf(request), StandardCharsets.UTF_8);
    return RandomToken.sha256(request.getMethod() + " " + request.getRequestURI() + "\n" + body);
  }
}
