package org.turnpike.cloudflare;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.PrintWriter;
import java.io.StringWriter;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Base64;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.turnpike.credential.CustomIdentifier;
import org.turnpike.credential.IceServer;
import org.turnpike.credential.TimeToLive;
import org.turnpike.shared.Rejected;
import org.turnpike.shared.Secret;
import org.turnpike.shared.Setting;
import org.turnpike.shared.TimeRange;
import org.turnpike.shared.Unavailable;
import org.turnpike.tenant.CloudflareAccount;
import org.turnpike.tenant.CloudflareAccount.AuthScheme;
import org.turnpike.turnkey.TurnKey;

/** Whatever happens, no secret is in a log record of any level or in an exception. */
class SecrecyTest {
  private static final Instant NOW = Instant.parse("2026-11-22T10:00:00Z");
  private static final TimeRange HOUR = new TimeRange(NOW.minusSeconds(3600), NOW);
  private static final CustomIdentifier SOMEBODY = new CustomIdentifier("somebody@example.org");

  private static final String BASIC =
      Base64.getEncoder()
          .encodeToString(
              (SampleAccount.ORGANIZATION + ":" + SampleAccount.ORGANIZATION_KEY).getBytes(UTF_8));

  private final TestClock clock = new TestClock();
  private final Client client = new Client(clock, Map.of(Setting.UPSTREAM_TIMEOUT, "PT0.12S"));
  private final SimulatedCloudflare cloudflare = SimulatedCloudflare.start(clock);
  private final RecordedLog log = RecordedLog.start();
  private final List<String> told = new ArrayList<>();
  private final List<String> passwords = new ArrayList<>();

  @BeforeEach
  void mintWithSuccess() {
    CloudflareAccount account = cloudflare.account();
    TurnKey key = cloudflare.key(account, "key1", 100);
    try (Client patient = new Client(clock)) {
      passwords(patient.credentials.mint(account, key, usual(), SOMEBODY));
    }
  }

  @AfterEach
  void stop() {
    log.close();
    client.close();
    cloudflare.close();
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "{'kind': 'latency', 'millis': 0}",
        "{'kind': '429', 'retryAfter': '120'}",
        "{'kind': '5xx', 'status': 500}",
        "{'kind': 'hang', 'target': 'mint', 'millis': 700}",
        "{'kind': 'trickle', 'target': 'mint', 'millis': 2}",
        "{'kind': 'truncated'}",
        "{'kind': 'graphqlErrors', 'target': 'graphql'}",
        "{'kind': 'rubbish', 'variant': 'truncatedJson'}",
        "{'kind': 'rubbish', 'variant': 'huge'}",
        "{'kind': 'rubbish', 'variant': 'wrongTypes'}",
        "{'kind': 'rubbish', 'variant': 'noCredential'}",
        "{'kind': 'rubbish', 'variant': 'html'}"
      })
  void no_fault_brings_one_out(String fault) {
    cloudflare.fault(fault.replace('\'', '"'));

    everyCall(SampleAccount.usual());
    everyCall(SampleAccount.usual().withBasic(SampleAccount.ORGANIZATION_KEY));

    nothingIsOut();
  }

  @Test
  void no_refusal_brings_one_out() {
    everyCall(
        new SampleAccount(
            "a-wrong-token-never-to-be-seen",
            "another-wrong-token-never-to-be-seen",
            AuthScheme.BASIC,
            "a-wrong-organization-key-never-to-be-seen",
            CloudflareAccount.MintEndpoint.GENERATE,
            null));

    nothingIsOut();
    assertThat(told).isNotEmpty();
  }

  @Test
  void no_reply_that_quotes_what_we_sent_is_passed_on() {
    try (CannedUpstream mirror = CannedUpstream.start()) {
      for (int status : new int[] {200, 201, 400, 401, 403, 404, 409, 418, 429, 500}) {
        mirror.answers(
            exchange -> {
              byte[] quoted =
                  String.valueOf(exchange.getRequestHeaders().entrySet()).getBytes(UTF_8);
              exchange.sendResponseHeaders(status, quoted.length);
              exchange.getResponseBody().write(quoted);
            });
        everyCall(SampleAccount.usual().at(mirror.url()));
      }
    }

    nothingIsOut();
    assertThat(told).hasSizeGreaterThan(30);
  }

  private void everyCall(SampleAccount sample) {
    everyCall(sample.at(cloudflare.url()));
  }

  private void everyCall(CloudflareAccount account) {
    TurnKey key = cloudflare.key(account, "key1", 100);
    attempt(() -> passwords(client.credentials.mint(account, key, usual(), SOMEBODY)));
    attempt(() -> client.credentials.revoke(account, key, "a-username"));
    attempt(() -> passwords.add(client.turnKeys.create(account, "meetings").secret().reveal()));
    attempt(() -> client.turnKeys.verify(account, "key1", Secret.of("wrong-never-to-be-seen")));
    attempt(() -> client.turnKeys.verify(account, "key1", key.secret()));
    attempt(() -> client.turnKeys.delete(account, "key2"));
    attempt(() -> client.usage.horizon(account));
    attempt(() -> client.usage.read(account, key, HOUR));
    attempt(() -> client.usage.sum(account, key, HOUR));
    attempt(() -> client.probe.probe(account));
  }

  private void passwords(List<IceServer> iceServers) {
    iceServers.stream()
        .filter(server -> server.credential() != null)
        .forEach(server -> passwords.add(server.credential().reveal()));
  }

  private void attempt(Runnable call) {
    try {
      call.run();
    } catch (Rejected | Unavailable e) {
      StringWriter text = new StringWriter();
      e.printStackTrace(new PrintWriter(text));
      told.add(text.toString());
    }
  }

  private void nothingIsOut() {
    assertThat(log.everything()).isNotEmpty();
    assertThat(passwords).isNotEmpty();
    for (List<String> texts : List.of(log.everything(), told)) {
      assertThat(texts)
          .noneMatch(text -> text.contains("never-to-be-seen"))
          .noneMatch(text -> text.contains(BASIC))
          .noneMatch(text -> text.contains(SOMEBODY.text()))
          .noneMatch(text -> passwords.stream().anyMatch(text::contains));
    }
  }

  private static TimeToLive usual() {
    return new TimeToLive(3600);
  }
}
