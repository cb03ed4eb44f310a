package org.turnpike.delivery;

import jakarta.annotation.PreDestroy;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.io.IOException;
import java.net.URI;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import org.apache.hc.client5.http.classic.methods.HttpPost;
import org.apache.hc.client5.http.impl.classic.CloseableHttpClient;
import org.apache.hc.core5.http.ContentType;
import org.apache.hc.core5.http.Header;
import org.apache.hc.core5.http.HttpHeaders;
import org.apache.hc.core5.http.HttpResponse;
import org.apache.hc.core5.http.io.entity.StringEntity;
import org.apache.hc.core5.io.CloseMode;
import org.turnpike.cloudflare.Connections;
import org.turnpike.cloudflare.RetryAfter;
import org.turnpike.notification.Destination;
import org.turnpike.notification.Notification;
import org.turnpike.notification.WebhookSender;
import org.turnpike.shared.Settings;
import org.turnpike.shared.Unavailable;

/**
 * Posts and looks at the status alone: no redirect is followed, no body read. Each call runs on a
 * thread that is waited for until the deadline and no longer: nothing else bounds a name's look-up
 * and headers that trickle.
 */
@ApplicationScoped
public class SignedWebhooks implements WebhookSender {
  /** The notification's id: the same at each try. */
  static final String DELIVERY = "Turnpike-Delivery";

  private static final Duration DEADLINE = Duration.ofSeconds(15);
  private static final int MOST_AT_ONCE = 4;

  private CloseableHttpClient client;
  private ExecutorService callers;
  private Clock clock;
  private Duration deadline;

  protected SignedWebhooks() {}

  @Inject
  public SignedWebhooks(Settings settings, Clock clock) {
    this(settings, clock, DEADLINE);
  }

  SignedWebhooks(Settings settings, Clock clock, Duration deadline) {
    this.client = Connections.open(settings, MOST_AT_ONCE);
    this.callers =
        Executors.newCachedThreadPool(
            work -> {
              Thread thread = new Thread(work, "turnpike-webhook");
              thread.setDaemon(true);
              return thread;
            });
    this.clock = clock;
    this.deadline = deadline;
  }

  @Override
  public void send(Destination to, Notification notification) {
    Instant now = clock.instant();
    HttpPost call = call(to, notification, now);
    Future<Integer> status =
        callers.submit(() -> client.execute(call, response -> checked(call, response, now)));
    try {
      status.get(deadline.toNanos(), TimeUnit.NANOSECONDS);
    } catch (TimeoutException e) {
      throw failure("did not answer within " + deadline.toSeconds() + " s");
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw failure("was not waited for, because the application stops");
    } catch (ExecutionException e) {
      throw broken(e.getCause());
    } finally {
      call.cancel(); // closes the connection of a call given up
    }
  }

  @PreDestroy
  void close() {
    callers.shutdownNow();
    client.close(CloseMode.IMMEDIATE);
  }

  private static HttpPost call(Destination to, Notification notification, Instant now) {
    String body = WebhookBody.of(notification);
    HttpPost call = new HttpPost(URI.create(to.url()));
    call.setHeader(Signature.HEADER, Signature.of(to.secret(), now, body));
    call.setHeader(DELIVERY, notification.id().toString());
    call.setEntity(new StringEntity(body, ContentType.APPLICATION_JSON));
    return call;
  }

  private static Integer checked(HttpPost call, HttpResponse response, Instant now) {
    int status = response.getCode();
    call.cancel(); // or whatever body there is would be read when the response is closed
    if (status >= 200 && status < 300) {
      return status;
    }
    if (status >= 300 && status < 400) {
      throw failure("answered with a redirect, which is not followed");
    }
    Header retryAfter = response.getFirstHeader(HttpHeaders.RETRY_AFTER);
    throw new Unavailable(
        "The webhook answered with the status " + status + ".",
        retryAfter == null
            ? null
            : RetryAfter.parse(retryAfter.getValue(), now, Duration.ofMinutes(1)));
  }

  /** By the exception's type alone: its message may quote the address. */
  private static RuntimeException broken(Throwable cause) {
    if (cause instanceof Unavailable unavailable) {
      return unavailable;
    }
    return cause instanceof IOException
        ? failure("could not be called (" + cause.getClass().getSimpleName() + ")")
        : new IllegalStateException("The call of a webhook broke off", cause);
  }

  private static Unavailable failure(String what) {
    return new Unavailable("The webhook " + what + ".", null);
  }
}
