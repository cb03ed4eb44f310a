package org.turnpike.systemtests.console;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.fasterxml.jackson.databind.JsonNode;
import com.icegreen.greenmail.util.GreenMail;
import com.icegreen.greenmail.util.ServerSetup;
import com.microsoft.playwright.Page;
import jakarta.mail.internet.MimeMessage;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.assertj.core.api.SoftAssertions;
import org.awaitility.core.ConditionFactory;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.MethodOrderer;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestMethodOrder;
import org.turnpike.simulator.dns.SimulatedDns;
import org.turnpike.systemtests.world.Api;
import org.turnpike.systemtests.world.Standalone;
import org.turnpike.systemtests.world.WebhookReceiver;

/**
 * Cloudflare's relays get another address: people and systems are told once, by mail and by a
 * signed webhook, and whoever runs the firewall has 14 days. One story, told in order.
 */
@TestMethodOrder(MethodOrderer.OrderAnnotation.class)
class AddressWatchIT {
  private static final String SMTP_PASSWORD = "smtp-never-to-be-seen-0123456789";
  private static final String NEW = "192.0.2.77";
  private static final String NEWER = "2001:db8::77";
  private static final String[] PUBLISHED = SimulatedDns.PUBLISHED.toArray(String[]::new);

  private static SimulatedDns dns;
  private static GreenMail mail;
  private static WebhookReceiver receiver;
  private static Standalone product;
  private static Api api;
  private static String secret;

  @BeforeAll
  static void somebody_is_to_be_told() throws Exception {
    dns = SimulatedDns.start();
    receiver = WebhookReceiver.start();
    mail = new GreenMail(new ServerSetup(0, "127.0.0.1", ServerSetup.PROTOCOL_SMTP));
    mail.start();
    mail.setUser("turnpike", SMTP_PASSWORD);
    product =
        Standalone.apart(
            Map.of(
                "TURNPIKE_DNS_SERVER", dns.address(),
                "TURNPIKE_DNS_INTERVAL", "PT2S",
                "TURNPIKE_SMTP_HOST", "127.0.0.1",
                "TURNPIKE_SMTP_PORT", Integer.toString(mail.getSmtp().getPort()),
                "TURNPIKE_SMTP_TLS", "none",
                "TURNPIKE_SMTP_USER", "turnpike",
                "TURNPIKE_SMTP_PASSWORD", SMTP_PASSWORD,
                "TURNPIKE_SMTP_FROM", "turnpike@turnpike.example"));
    product.world().secrets().keep("password of the mail server", SMTP_PASSWORD);
    api = product.world().api();
    api.post(
            "/notification-destinations",
            Map.of("kind", "mail", "name", "Network", "addresses", List.of("net@turnpike.example")))
        .expect(201);
    secret =
        api.post(
                "/notification-destinations",
                Map.of("kind", "webhook", "name", "Chat", "url", receiver.url()))
            .expect(201)
            .get("secret")
            .asText();
  }

  @AfterAll
  static void stop() {
    product.stop();
    mail.stop();
    receiver.close();
    dns.close();
  }

  @Test
  @Order(1)
  void the_published_addresses_are_no_change_and_a_silent_resolver_is_none_either() {
    looks(2);
    assertThat(watch().get("countdown").isNull()).isTrue();
    assertThat(watch().get("resolver").asText()).isEqualTo(dns.address());

    dns.fail("A", "SERVFAIL");
    patiently()
        .until(
            () -> watch().at("/ipv4/problem").asText().contains("gives no A of turn.cloudflare"));
    JsonNode failing = watch();
    assertThat(failing.get("countdown").isNull()).isTrue();
    assertThat(failing.at("/ipv4/addresses")).hasSize(2);
    assertThat(failing.at("/ipv6/problem").isNull()).isTrue();
    dns.heal();
    patiently().until(() -> watch().at("/ipv4/problem").isNull());
    assertThat(receiver.calls()).isEmpty();
  }

  @Test
  @Order(2)
  void a_changed_record_starts_one_countdown_one_mail_and_one_signed_webhook() throws Exception {
    dns.says(SimulatedDns.TURN, NEW, "162.159.207.1", "2606:4700:48::1", "2a06:98c1:3200::1");

    patiently().until(() -> receiver.calls().size() == 1 && mails().length == 1);
    JsonNode countdown = watch().get("countdown");
    assertThat(Duration.between(instant(countdown, "since"), instant(countdown, "until")))
        .isEqualTo(Duration.ofDays(14));
    assertThat(watch().get("added")).hasSize(1);

    WebhookReceiver.Call call = receiver.calls().get(0);
    assertThat(call.isSignedWith(secret)).isTrue();
    assertThat(call.isSignedWith(secret + "x")).isFalse();
    assertThat(call.body()).contains("\"address-watch.begun\"", NEW);
    assertThat(told().stream().map(each -> each.get("id").asText())).contains(call.delivery());

    MimeMessage letter = mails()[0];
    assertThat(letter.getSubject()).contains("new addresses: 14 days left");
    assertThat(letter.getContent().toString()).contains(NEW + "/32", "3478 udp", "UTC");

    looks(3);
    assertThat(receiver.calls()).hasSize(1);
    assertThat(mails()).hasSize(1);
    assertThat(watch().get("countdown")).isEqualTo(countdown);
  }

  @Test
  @Order(3)
  void it_survives_a_kill_of_the_product_and_nobody_is_told_again() throws Exception {
    JsonNode countdown = watch().get("countdown");

    product.kill();
    product.start();

    looks(2);
    assertThat(watch().get("countdown")).isEqualTo(countdown);
    assertThat(receiver.calls()).hasSize(1);
    assertThat(mails()).hasSize(1);
  }

  @Test
  @Order(4)
  void a_person_copies_the_ticket_and_says_that_the_firewall_is_open() {
    try (Visitor operator =
        Visitor.signedIn(product.world(), product.world().operator().person())) {
      Page page = operator.open("relay-addresses.xhtml");
      assertThat(page.locator("#countdown")).containsText("14 days left");
      assertThat(page.locator(".ticket")).containsText(NEW + "/32");
      look(operator, "relay-addresses-countdown");
      operator.open("notifications.xhtml");
      assertThat(page.locator("[id$=told_data]")).containsText("Delivered");
      look(operator, "notifications-told");
      operator.open("company.xhtml");
      assertThat(page.locator("#countdown")).containsText("14 days left");
      look(operator, "company-countdown");

      operator.open("relay-addresses.xhtml");
      operator.button("The firewall is open for these now").click();
      operator.button("It is open").click();
      page.getByText("the countdown is over").waitFor();
      assertThat(page.locator("#countdown")).not().containsText("days left");
      assertThat(page.locator("main")).containsText("Nothing to do");
      look(operator, "relay-addresses-open");
      assertThat(operator.complaints()).isEmpty();
    }
    assertThat(watch().get("countdown").isNull()).isTrue();
    assertThat(watch().get("opened").toString()).contains(NEW);
    looks(2);
    assertThat(watch().get("countdown").isNull()).isTrue();
    assertThat(receiver.calls()).hasSize(1);
  }

  @Test
  @Order(5)
  void another_ends_by_itself_when_the_record_returns() {
    dns.says(SimulatedDns.STUN, "162.159.207.1", "2606:4700:48::1", "2a06:98c1:3200::1", NEWER);
    patiently().until(() -> receiver.calls().size() == 2);
    dns.says(SimulatedDns.STUN, PUBLISHED);
    patiently().until(() -> watch().get("countdown").isNull());

    patiently().until(() -> receiver.calls().size() == 3 && mails().length == 3);
    assertThat(receiver.calls().get(2).body()).contains("\"address-watch.returned\"");
  }

  @Test
  @Order(6)
  void one_that_cannot_be_delivered_waits_and_a_person_may_replay_what_was() {
    receiver.answers(500);
    String chat = destination("Chat");
    api.post("/notification-destinations/" + chat + "/test", Map.of()).expect(201);
    patiently().until(() -> told().get(0).get("attempts").asInt() == 1);
    JsonNode failed = told().get(0);
    assertThat(failed.get("state").asText()).isEqualTo("waiting");
    assertThat(failed.get("problem").asText())
        .isEqualTo("The webhook answered with the status 500.");

    receiver.answers(204);
    String delivered = told().get(2).get("id").asText();
    int before = receiver.calls().size();
    api.post("/notifications/" + delivered + "/replay", Map.of()).expect(200);
    patiently().until(() -> mails().length + receiver.calls().size() == 3 + before + 1);
  }

  @Test
  @Order(7)
  void neither_the_signing_secret_nor_the_mail_servers_password_is_seen_again() throws Exception {
    try (var logs = Files.walk(product.home().resolve("log"))) {
      for (var log : logs.filter(Files::isRegularFile).toList()) {
        product
            .world()
            .secrets()
            .search("log " + log.getFileName(), Files.readString(log, StandardCharsets.ISO_8859_1));
      }
    }
    product.world().secrets().search("terminal", Files.readString(product.terminal()));
    assertThat(product.world().secrets().leaks()).isEmpty();
  }

  private static String destination(String name) {
    return api.items("/notification-destinations").stream()
        .filter(each -> each.get("name").asText().equals(name))
        .findFirst()
        .orElseThrow()
        .get("id")
        .asText();
  }

  /** Newest first. */
  private static List<JsonNode> told() {
    return api.items("/notifications");
  }

  private static JsonNode watch() {
    return api.get("/address-watch").expect(200);
  }

  /** So many more looks have been had. */
  private static void looks(int count) {
    for (int i = 0; i < count; i++) {
      String before = watch().get("lookedAt").asText();
      patiently().until(() -> !watch().get("lookedAt").asText().equals(before));
    }
  }

  private static MimeMessage[] mails() {
    return mail.getReceivedMessages();
  }

  private static Instant instant(JsonNode object, String field) {
    return Instant.parse(object.get(field).asText());
  }

  private static ConditionFactory patiently() {
    return await().atMost(Duration.ofMinutes(3)).pollInterval(Duration.ofMillis(500));
  }

  private static void look(Visitor operator, String view) {
    SoftAssertions softly = new SoftAssertions();
    EveryPageIT.look(operator, "operator", view, softly);
    operator.page().setViewportSize(1440, 900);
    softly.assertAll();
  }
}
