package org.turnpike.cloudflare;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.sun.net.httpserver.HttpExchange;
import java.io.IOException;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.turnpike.shared.Implausible;
import org.turnpike.shared.Secret;
import org.turnpike.shared.Unavailable;

class CloudflareHttpTest {
  private static final Duration PATIENCE = Duration.ofSeconds(10);

  private final CannedUpstream upstream = CannedUpstream.start();
  private final Client client = new Client(new TestClock());

  @AfterEach
  void stop() {
    client.close();
    upstream.close();
  }

  @Test
  void connections_are_kept_for_the_next_call() {
    upstream.answers(200, "{}");

    for (int i = 0; i < 5; i++) {
      send(PATIENCE, 100);
    }

    assertThat(upstream.received()).extracting(CannedUpstream.Received::port).containsOnly(port(0));
  }

  @Test
  void the_connection_of_a_call_given_up_is_not_used_again() {
    CountDownLatch over = new CountDownLatch(1);
    upstream.answers(
        exchange -> {
          await(over);
          exchange.sendResponseHeaders(200, -1);
        });
    assertThatThrownBy(() -> send(Duration.ofMillis(300), 100)).isInstanceOf(Unavailable.class);
    over.countDown();
    upstream.answers(200, "{}");

    send(PATIENCE, 100);

    assertThat(port(1)).isNotEqualTo(port(0));
  }

  @Test
  void headers_that_trickle_meet_the_deadline_too() {
    upstream.answers(
        exchange -> {
          for (int i = 0; i < 40; i++) {
            exchange.getResponseHeaders().add("X-Padding", "x".repeat(100));
          }
          exchange.sendResponseHeaders(200, 10_000);
          await(new CountDownLatch(1), Duration.ofSeconds(5));
        });

    long start = System.nanoTime();
    assertThatThrownBy(() -> send(Duration.ofMillis(300), 100_000))
        .isInstanceOf(Unavailable.class)
        .hasMessage("Cloudflare did not answer within 0.3 s.");

    assertThat(Duration.ofNanos(System.nanoTime() - start)).isLessThan(Duration.ofSeconds(3));
  }

  @Test
  void a_body_as_long_as_allowed_is_taken() {
    upstream.answers(200, "x".repeat(100));

    assertThat(send(PATIENCE, 100).body()).hasSize(100);
  }

  @Test
  void bytes_that_are_no_utf_8_are_no_answer_but_a_refusal_is_one_in_any_encoding() {
    byte[] latin = "M\u00fcller".getBytes(StandardCharsets.ISO_8859_1);
    upstream.answers(exchange -> answer(exchange, 200, latin));
    assertThatThrownBy(() -> send(PATIENCE, 100))
        .isInstanceOf(Implausible.class)
        .hasMessageContaining("not UTF-8");

    upstream.answers(exchange -> answer(exchange, 403, latin));
    assertThat(send(PATIENCE, 100).refusesCaller()).isTrue();
  }

  private static void answer(HttpExchange exchange, int status, byte[] body) throws IOException {
    exchange.sendResponseHeaders(status, body.length);
    exchange.getResponseBody().write(body);
    exchange.close();
  }

  @Test
  void a_longer_body_is_refused_without_being_read_to_its_end() {
    upstream.answers(CloudflareHttpTest::endless);

    assertThatThrownBy(() -> send(PATIENCE, 100))
        .isInstanceOf(Unavailable.class)
        .hasMessageContaining("more than 100 bytes");
  }

  @Test
  void a_reply_without_a_body_is_complete() {
    upstream.answers(204, "");

    assertThat(send(PATIENCE, 100)).isEqualTo(new Reply(204, ""));
  }

  @Test
  void calls_beyond_the_most_at_once_are_turned_away_at_once() throws InterruptedException {
    CountDownLatch arrived = new CountDownLatch(200);
    CountDownLatch over = new CountDownLatch(1);
    upstream.answers(
        exchange -> {
          arrived.countDown();
          await(over);
          exchange.sendResponseHeaders(200, -1);
        });
    ExecutorService crowd = Executors.newFixedThreadPool(200);
    try {
      CountDownLatch done = new CountDownLatch(200);
      for (int i = 0; i < 200; i++) {
        crowd.execute(
            () -> {
              send(Duration.ofMinutes(1), 100);
              done.countDown();
            });
      }
      assertThat(arrived.await(1, TimeUnit.MINUTES)).isTrue();

      assertThatThrownBy(() -> send(PATIENCE, 100))
          .isInstanceOf(Unavailable.class)
          .hasMessageContaining("200 calls are under way");

      over.countDown();
      assertThat(done.await(1, TimeUnit.MINUTES)).isTrue();
    } finally {
      crowd.shutdownNow();
    }
  }

  @Test
  void once_closed_it_calls_nobody() {
    client.close();

    assertThatThrownBy(() -> send(PATIENCE, 100)).isInstanceOf(Unavailable.class);

    assertThat(upstream.received()).isEmpty();
  }

  private Reply send(Duration deadline, int bytes) {
    return client.http.send(
        new Call(
            "GET",
            URI.create(upstream.url() + "/"),
            Secret.of("Bearer token"),
            null,
            new Call.Limit(deadline, bytes)));
  }

  private int port(int call) {
    List<CannedUpstream.Received> received = upstream.received();
    return received.get(call).port();
  }

  private static void endless(HttpExchange exchange) throws IOException {
    exchange.sendResponseHeaders(200, 0);
    while (!Thread.currentThread().isInterrupted()) {
      exchange.getResponseBody().write(new byte[8192]);
    }
  }

  private static void await(CountDownLatch latch) {
    await(latch, Duration.ofMinutes(1));
  }

  private static void await(CountDownLatch latch, Duration most) {
    try {
      if (!latch.await(most.toMillis(), TimeUnit.MILLISECONDS)) {
        Thread.currentThread().interrupt();
      }
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }
}
