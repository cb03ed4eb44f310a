package org.turnpike.cloudflare;

import jakarta.annotation.PreDestroy;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.io.IOException;
import java.math.BigDecimal;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.Duration;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Future;
import java.util.concurrent.RejectedExecutionException;
import java.util.concurrent.SynchronousQueue;
import java.util.concurrent.ThreadPoolExecutor;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import org.apache.hc.client5.http.classic.methods.HttpUriRequestBase;
import org.apache.hc.client5.http.impl.classic.CloseableHttpClient;
import org.apache.hc.core5.http.ClassicHttpResponse;
import org.apache.hc.core5.http.ContentType;
import org.apache.hc.core5.http.Header;
import org.apache.hc.core5.http.HttpHeaders;
import org.apache.hc.core5.http.io.entity.StringEntity;
import org.apache.hc.core5.io.CloseMode;
import org.turnpike.shared.Settings;
import org.turnpike.shared.Unavailable;

/**
 * Makes the calls. Each runs on a thread of its own that is waited for until the deadline and no
 * longer: nothing else bounds the look-up of a name, several addresses tried in turn and a body
 * that trickles. Nothing is sent twice by itself: whoever asked decides.
 */
@ApplicationScoped
public class CloudflareHttp {
  private static final int MOST_CALLS_AT_ONCE = 200;
  private static final Duration RETRY_SOON = Duration.ofSeconds(2);
  private static final Duration RETRY_WHEN_LIMITED = Duration.ofSeconds(30);
  private static final Duration RETRY_WHEN_REPAIRED = Duration.ofMinutes(1);

  private CloseableHttpClient client;
  private ExecutorService callers;
  private Clock clock;

  protected CloudflareHttp() {}

  @Inject
  public CloudflareHttp(Settings settings, Clock clock) {
    this.client = Connections.open(settings, MOST_CALLS_AT_ONCE);
    this.callers =
        new ThreadPoolExecutor(
            0,
            MOST_CALLS_AT_ONCE,
            1,
            TimeUnit.MINUTES,
            new SynchronousQueue<>(),
            work -> {
              Thread thread = new Thread(work, "turnpike-cloudflare");
              thread.setDaemon(true);
              return thread;
            });
    this.clock = clock;
  }

  /**
   * Asks and waits for the whole answer, a 2xx or a 4xx. Throws {@code Unavailable} when it does
   * not come within the limit, and when Cloudflare limits us, fails, or sends us elsewhere.
   */
  Reply send(Call call) {
    HttpUriRequestBase request = request(call);
    Future<Reply> reply = submit(call, request);
    Duration deadline = call.limit().deadline();
    try {
      return reply.get(deadline.toNanos(), TimeUnit.NANOSECONDS);
    } catch (TimeoutException e) {
      BigDecimal seconds = BigDecimal.valueOf(deadline.toMillis(), 3).stripTrailingZeros();
      throw failure("did not answer within " + seconds.toPlainString() + " s");
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw failure("was not waited for, because the application stops");
    } catch (ExecutionException e) {
      throw broken(e.getCause());
    } finally {
      // Closes the connection of a call given up; a complete one has handed it back already.
      request.cancel();
    }
  }

  @PreDestroy
  void close() {
    callers.shutdownNow();
    client.close(CloseMode.IMMEDIATE);
  }

  private Future<Reply> submit(Call call, HttpUriRequestBase request) {
    try {
      return callers.submit(
          () -> client.execute(request, response -> read(call.limit(), request, response)));
    } catch (RejectedExecutionException e) {
      throw failure("is not asked now: " + MOST_CALLS_AT_ONCE + " calls are under way");
    }
  }

  private static HttpUriRequestBase request(Call call) {
    HttpUriRequestBase request = new HttpUriRequestBase(call.method(), call.address());
    request.setHeader(HttpHeaders.AUTHORIZATION, call.authorization().reveal());
    request.setHeader(HttpHeaders.ACCEPT, ContentType.APPLICATION_JSON.getMimeType());
    if (call.body() != null) {
      request.setEntity(new StringEntity(call.body().toString(), ContentType.APPLICATION_JSON));
    }
    return request;
  }

  private Reply read(Call.Limit limit, HttpUriRequestBase request, ClassicHttpResponse response)
      throws IOException {
    int status = response.getCode();
    if (status == 408 || status == 429 || status >= 500) {
      throw overloaded(status, response.getFirstHeader(HttpHeaders.RETRY_AFTER));
    }
    if (status >= 300 && status < 400) {
      throw new Unavailable(
          "Cloudflare's address answers with a redirect, which is not followed. Check the account.",
          RETRY_WHEN_REPAIRED);
    }
    if (response.getEntity() == null) {
      return new Reply(status, "");
    }
    byte[] body = response.getEntity().getContent().readNBytes(limit.bytes() + 1);
    if (body.length > limit.bytes()) {
      // Or the rest would be read when the response is closed.
      request.cancel();
      throw Reply.implausible("more than " + limit.bytes() + " bytes");
    }
    return new Reply(status, status < 300 ? text(body) : new String(body, StandardCharsets.UTF_8));
  }

  private static String text(byte[] body) {
    try {
      return StandardCharsets.UTF_8.newDecoder().decode(ByteBuffer.wrap(body)).toString();
    } catch (CharacterCodingException e) {
      throw Reply.implausible("text that is not UTF-8");
    }
  }

  private Unavailable overloaded(int status, Header retryAfter) {
    String problem =
        status == 429
            ? "Cloudflare limits our calls (status 429)."
            : "Cloudflare failed (status " + status + ").";
    if (status != 429 && retryAfter == null) {
      return new Unavailable(problem, RETRY_SOON);
    }
    return new ToldToWait(
        problem,
        RetryAfter.parse(
            retryAfter == null ? null : retryAfter.getValue(),
            clock.instant(),
            RETRY_WHEN_LIMITED));
  }

  /** By the exception's type alone: its message may quote what was received. */
  private static RuntimeException broken(Throwable cause) {
    if (cause instanceof Unavailable unavailable) {
      return unavailable;
    }
    return cause instanceof IOException
        ? failure("could not be asked (" + cause.getClass().getSimpleName() + ")")
        : new IllegalStateException("The call to Cloudflare broke off", cause);
  }

  private static Unavailable failure(String what) {
    return new Unavailable("Cloudflare " + what + ".", RETRY_SOON);
  }
}
