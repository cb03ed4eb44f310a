package org.turnpike.delivery;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import jakarta.json.Json;
import jakarta.json.JsonObject;
import java.io.StringReader;
import java.time.Duration;
import java.util.HexFormat;
import java.util.Map;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.turnpike.cloudflare.CannedUpstream;
import org.turnpike.cloudflare.RecordedLog;
import org.turnpike.notification.Destination;
import org.turnpike.notification.Notification;
import org.turnpike.shared.Unavailable;

class SignedWebhooksTest {
  /** By OpenSSL. */
  private static final String PROVEN =
      "39e1f722abfca1d17544faa53d45b1d904165f728da1e6479f09f2a11b484d6f";

  private final Parcels parcels = new Parcels();
  private final CannedUpstream receiver = CannedUpstream.start().answers(200, "");
  private final SignedWebhooks webhooks =
      new SignedWebhooks(
          Parcels.settings(Map.of()), parcels.world().clock(), Duration.ofSeconds(10));
  private final Destination to = parcels.webhook(receiver.url() + "/hook?room=7");
  private final Notification notification = parcels.notification(to);

  @AfterEach
  void stop() {
    webhooks.close();
    receiver.close();
  }

  @Test
  void the_call_says_what_happened_under_its_own_id() {
    webhooks.send(to, notification);

    CannedUpstream.Received call = receiver.received().get(0);
    JsonObject body = Json.createReader(new StringReader(call.body())).readObject();
    assertThat(call.method()).isEqualTo("POST");
    assertThat(call.target()).isEqualTo("/hook?room=7");
    assertThat(call.header("Content-type")).startsWith("application/json");
    assertThat(call.header("Turnpike-delivery")).isEqualTo(notification.id().toString());
    assertThat(body.getString("id")).isEqualTo(notification.id().toString());
    assertThat(body.getString("type")).isEqualTo("address-watch.begun");
    assertThat(body.getString("time")).isEqualTo("2026-11-22T12:00:00Z");
    assertThat(body.getString("subject")).isEqualTo("Neue Adressen: 14 Tage – los");
    assertThat(body.getJsonObject("data").getString("until")).isEqualTo("2026-12-06T12:00:00Z");
    assertThat(body.getJsonObject("data").getJsonArray("added").getString(0))
        .isEqualTo("192.0.2.77");
  }

  @Test
  void it_is_signed_over_its_time_and_its_body() throws Exception {
    webhooks.send(to, notification);

    CannedUpstream.Received call = receiver.received().get(0);
    String signature = call.header("Turnpike-signature");
    long now = parcels.world().clock().instant().getEpochSecond();
    Mac mac = Mac.getInstance("HmacSHA256");
    mac.init(new SecretKeySpec(to.secret().reveal().getBytes(UTF_8), "HmacSHA256"));
    String expected =
        HexFormat.of().formatHex(mac.doFinal((now + "." + call.body()).getBytes(UTF_8)));
    assertThat(signature).isEqualTo("t=" + now + ",v1=" + expected);
  }

  @Test
  void the_signature_is_the_one_that_everybody_can_compute() {
    assertThat(
            Signature.of(
                org.turnpike.shared.Secret.of("whsec_example"),
                java.time.Instant.ofEpochSecond(1_764_000_000),
                "{\"id\":\"1\"}"))
        .isEqualTo("t=1764000000,v1=" + PROVEN);
  }

  @Test
  void whatever_is_no_success_is_told_by_its_status_alone() {
    for (int status : new int[] {400, 401, 404, 410, 500, 503}) {
      receiver.answers(status, "token: never-to-be-seen");
      assertThat(failure()).hasMessage("The webhook answered with the status " + status + ".");
    }
  }

  @Test
  void a_redirect_is_not_followed() {
    receiver.answers(307, "", "Location", receiver.url() + "/elsewhere");
    assertThat(failure())
        .hasMessage("The webhook answered with a redirect, which is not followed.");
    assertThat(receiver.received()).hasSize(1);
  }

  @Test
  void it_is_left_alone_for_as_long_as_it_asks_and_an_hour_at_most() {
    receiver.answers(429, "", "Retry-After", "120");
    assertThat(failure().retryAfter()).isEqualTo(Duration.ofMinutes(2));
    receiver.answers(503, "", "Retry-After", "99999");
    assertThat(failure().retryAfter()).isEqualTo(Duration.ofHours(1));
    receiver.answers(503, "");
    assertThat(failure().retryAfter()).isNull();
  }

  @Test
  void one_that_hangs_is_given_up_and_one_that_trickles_a_body_is_not_read() {
    receiver.answers(
        exchange -> {
          exchange.sendResponseHeaders(200, 0);
          exchange.getResponseBody().write("never ending".getBytes(UTF_8));
          exchange.getResponseBody().flush();
          hang();
        });
    webhooks.send(to, notification);

    receiver.answers(exchange -> hang());
    try (SignedWebhooksUnderTest impatient = new SignedWebhooksUnderTest()) {
      Unavailable failure =
          catchThrowableOfType(Unavailable.class, () -> impatient.sender.send(to, notification));
      assertThat(failure).hasMessage("The webhook did not answer within 1 s.");
    }
  }

  @Test
  void neither_the_secret_nor_a_signature_reaches_a_log_of_any_level() {
    try (RecordedLog log = RecordedLog.start()) {
      webhooks.send(to, notification);
      receiver.answers(500, "no");
      failure();
      receiver.close();
      failure();

      String signature = receiver.received().get(0).header("Turnpike-signature");
      assertThat(log.everything()).isNotEmpty();
      assertThat(log.everything())
          .noneMatch(line -> line.contains(to.secret().reveal()))
          .noneMatch(line -> line.contains(signature));
    }
  }

  private Unavailable failure() {
    return catchThrowableOfType(Unavailable.class, () -> webhooks.send(to, notification));
  }

  private static void hang() {
    try {
      new java.util.concurrent.CountDownLatch(1).await();
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt(); // the receiver is closed
    }
  }

  private final class SignedWebhooksUnderTest implements AutoCloseable {
    private final SignedWebhooks sender =
        new SignedWebhooks(
            Parcels.settings(Map.of()), parcels.world().clock(), Duration.ofSeconds(1));

    @Override
    public void close() {
      sender.close();
    }
  }
}
