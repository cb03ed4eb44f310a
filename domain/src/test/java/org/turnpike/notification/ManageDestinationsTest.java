package org.turnpike.notification;

import static org.assertj.core.api.Assertions.assertThat;
import static org.turnpike.world.Refusals.assertInvalid;
import static org.turnpike.world.Refusals.assertRefused;

import java.util.Collections;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.turnpike.audit.AuditEntry;
import org.turnpike.identity.Caller;
import org.turnpike.shared.Rejected.Reason;
import org.turnpike.world.Callers;
import org.turnpike.world.World;

class ManageDestinationsTest {
  private static final Caller OPERATOR = Callers.operator();

  private final World world = new World();
  private final ManageDestinations manage = NotificationSamples.manage(world);

  @Test
  void a_webhook_gets_a_secret_of_its_own_and_the_trail_holds_neither_it_nor_the_url() {
    ManageDestinations.Added one = manage.addWebhook(OPERATOR, "Chat", "https://c.example.com/h");
    ManageDestinations.Added other = manage.addWebhook(OPERATOR, "Chat", "https://c.example.com/h");

    assertThat(one.secret().reveal()).startsWith("whsec_").hasSize(49);
    assertThat(one.secret()).isNotEqualTo(other.secret());
    assertThat(manage.list(OPERATOR))
        .extracting(Destination::id)
        .containsExactly(one.destination().id(), other.destination().id());
    assertThat(world.acts())
        .containsOnly("notification-destination.added", "notification-destination.added");
    assertThat(world.entries())
        .extracting(AuditEntry::subject, AuditEntry::detail)
        .allMatch(told -> told.toString().equals("(\"Chat\", \"webhook\")"));
  }

  @Test
  void mail_goes_to_addresses_and_has_no_secret() {
    ManageDestinations.Added added =
        manage.addMail(OPERATOR, "Operations", List.of("a@example.com", "b@example.com"));

    assertThat(added.secret()).isNull();
    assertThat(added.destination().where()).isEqualTo("a@example.com, b@example.com");
  }

  @Test
  void no_mail_is_promised_without_a_mail_server() {
    world.senders.haveNoMailServer();
    assertRefused(
        Reason.CONFLICT, () -> manage.addMail(OPERATOR, "Operations", List.of("a@example.com")));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "http://chat.example.com/hook",
        "https://user:password@chat.example.com/hook",
        "https://user@chat.example.com/hook",
        "ftp://chat.example.com/hook",
        "https:/hook",
        "/hook",
        "https://chat.example.com/ho ok",
        "https://chat.example.com/#hook",
        "http://127.0.0.1.example.com/hook",
        ""
      })
  void a_webhook_is_called_by_https_and_without_credentials_in_its_url(String url) {
    assertInvalid("url", () -> manage.addWebhook(OPERATOR, "Chat", url));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {"http://127.0.0.1:8080/hook", "http://localhost/hook", "http://[::1]:9/hook"})
  void one_on_this_machine_may_do_without_https(String url) {
    assertThat(manage.addWebhook(OPERATOR, "Chat", url).destination().url()).isEqualTo(url);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "ops",
        "ops@",
        "a@example.com, b@example.com",
        "a@example.com\nBcc: b@example.com",
        ""
      })
  void what_is_no_mail_address_is_refused(String address) {
    assertInvalid("addresses", () -> manage.addMail(OPERATOR, "Operations", List.of(address)));
  }

  @Test
  void nobody_and_a_crowd_are_no_destination() {
    assertInvalid("addresses", () -> manage.addMail(OPERATOR, "Operations", List.of()));
    assertInvalid(
        "addresses",
        () -> manage.addMail(OPERATOR, "Operations", Collections.nCopies(21, "a@example.com")));
  }

  @Test
  void whom_a_removed_one_told_is_forgotten() {
    Destination mail = NotificationSamples.mail(world);
    manage.remove(OPERATOR, mail.id());
    assertThat(world.transactions().call(() -> world.destinations().find(mail.id())))
        .get()
        .extracting(Destination::where)
        .isEqualTo("");
  }

  @Test
  void a_removed_one_is_gone_and_that_is_told() {
    Destination webhook = NotificationSamples.webhook(world);

    manage.remove(OPERATOR, webhook.id());

    assertThat(manage.list(OPERATOR)).isEmpty();
    assertThat(world.acts()).first().isEqualTo("notification-destination.removed");
    assertRefused(Reason.NOT_FOUND, () -> manage.remove(OPERATOR, webhook.id()));
    assertRefused(Reason.NOT_FOUND, () -> manage.test(OPERATOR, webhook.id()));
  }

  @Test
  void a_test_message_goes_to_that_one_alone() {
    Destination webhook = NotificationSamples.webhook(world);
    NotificationSamples.mail(world);

    Notification test = manage.test(OPERATOR, webhook.id()).notification();
    NotificationSamples.delivery(world).deliver();

    assertThat(world.senders.sent())
        .extracting(FakeSenders.Sent::id, sent -> sent.to().id(), FakeSenders.Sent::type)
        .containsExactly(
            org.assertj.core.groups.Tuple.tuple(test.id(), webhook.id(), "notification.tested"));
    assertThat(world.acts()).first().isEqualTo("notification-destination.tested");
  }

  @Test
  void nobody_but_operators_manages_them() {
    Destination webhook = NotificationSamples.webhook(world);
    Caller admin = Callers.adminOf(world.samples.tenant("acme"));
    for (Caller caller : List.of(admin, Callers.finance())) {
      assertRefused(Reason.FORBIDDEN, () -> manage.list(caller));
      assertRefused(Reason.FORBIDDEN, () -> manage.maySendMail(caller));
      assertRefused(Reason.FORBIDDEN, () -> manage.addMail(caller, "x", List.of("a@b.example")));
      assertRefused(Reason.FORBIDDEN, () -> manage.addWebhook(caller, "x", "https://b.example"));
      assertRefused(Reason.FORBIDDEN, () -> manage.test(caller, webhook.id()));
      assertRefused(Reason.FORBIDDEN, () -> manage.remove(caller, webhook.id()));
    }
  }
}
