package org.turnpike.delivery;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.icegreen.greenmail.util.GreenMail;
import com.icegreen.greenmail.util.ServerSetup;
import jakarta.mail.Message;
import jakarta.mail.internet.MimeMessage;
import java.io.IOException;
import java.util.EnumMap;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.turnpike.cloudflare.RecordedLog;
import org.turnpike.notification.Destination;
import org.turnpike.notification.Notification;
import org.turnpike.shared.Setting;
import org.turnpike.shared.Settings;
import org.turnpike.shared.Unavailable;

/** Against a real mail server. */
class SmtpMailTest {
  private static final String PASSWORD = "never-to-be-seen";

  private final Parcels parcels = new Parcels();
  private final GreenMail server =
      new GreenMail(new ServerSetup(0, "127.0.0.1", ServerSetup.PROTOCOL_SMTP));
  private final Destination to = parcels.mail("a@example.com", "b@example.com");
  private final Notification notification = parcels.notification(to);

  @BeforeEach
  void start() {
    server.start();
  }

  @AfterEach
  void stop() {
    server.stop();
  }

  @Test
  void one_mail_goes_to_all_addresses() throws Exception {
    mail(Map.of()).send(to, notification);

    MimeMessage[] received = server.getReceivedMessages();
    assertThat(received).hasSize(2); // one mail, a copy in each of the two boxes
    MimeMessage mail = received[0];
    assertThat(received[1].getMessageID()).isEqualTo(mail.getMessageID());
    assertThat(mail.getSubject()).isEqualTo("Neue Adressen: 14 Tage – los");
    assertThat(mail.getContent().toString().replace("\r\n", "\n").stripTrailing())
        .isEqualTo("Zeile eins\nZeile „zwei“");
    assertThat(mail.getFrom()[0]).hasToString("turnpike@example.com");
    assertThat(mail.getRecipients(Message.RecipientType.TO)).hasSize(2);
    assertThat(mail.getHeader("Auto-Submitted")).containsExactly("auto-generated");
    assertThat(mail.getMessageID()).isEqualTo("<" + notification.id() + "@example.com>");
  }

  @Test
  void who_left_keeps_it_from_nobody_else_and_all_gone_is_told() throws IOException {
    try (ChoosyMailServer choosy = ChoosyMailServer.start("b@example.com")) {
      Map<Setting, String> port = Map.of(Setting.SMTP_PORT, Integer.toString(choosy.port()));
      mail(port).send(to, notification);
      assertThat(choosy.taken()).containsExactly("a@example.com");

      Destination gone = parcels.mail("b@example.com");
      assertThatThrownBy(() -> mail(port).send(gone, parcels.notification(gone)))
          .isInstanceOf(Unavailable.class)
          .hasMessageStartingWith("The mail server did not take it (");
      assertThat(choosy.taken()).hasSize(1);
    }
  }

  @Test
  void it_logs_in_where_a_user_is_set_and_a_wrong_password_is_told_without_the_password() {
    server.setUser("turnpike", PASSWORD);
    mail(login(PASSWORD)).send(to, notification);
    assertThat(server.getReceivedMessages()).hasSize(2);

    assertThatThrownBy(() -> mail(login("wrong-" + PASSWORD)).send(to, notification))
        .isInstanceOf(Unavailable.class)
        .hasMessage("The mail server did not take it (AuthenticationFailedException).");
  }

  @Test
  void nothing_is_sent_in_clear_where_tls_is_wanted_and_the_server_has_none() {
    assertThatThrownBy(() -> mail(Map.of(Setting.SMTP_TLS, "starttls")).send(to, notification))
        .isInstanceOf(Unavailable.class)
        .hasMessage("The mail server did not take it (MessagingException).");
    assertThat(server.getReceivedMessages()).isEmpty();
  }

  @Test
  void a_server_that_is_away_is_told() {
    SmtpMail mail = mail(Map.of());
    server.stop();
    assertThatThrownBy(() -> mail.send(to, notification))
        .isInstanceOf(Unavailable.class)
        .hasMessageStartingWith("The mail server did not take it (");
  }

  @Test
  void without_a_server_there_is_none() {
    SmtpMail none = new SmtpMail(Parcels.settings(Map.of()));
    assertThat(none.isSet()).isFalse();
    assertThatThrownBy(() -> none.send(to, notification))
        .isInstanceOf(Unavailable.class)
        .hasMessageContaining("turnpike.smtp.host");
    assertThat(mail(Map.of()).isSet()).isTrue();
  }

  @Test
  void a_truststore_that_is_none_stops_the_start_also_where_no_mail_is_sent() {
    Settings settings = Parcels.settings(Map.of(Setting.TRUSTSTORE, "nowhere.pem"));
    assertThatThrownBy(() -> new SmtpMail(settings))
        .isInstanceOf(IllegalStateException.class)
        .hasMessage(
            "Setting turnpike.truststore (TURNPIKE_TRUSTSTORE) must be a PEM or PKCS#12 file, and"
                + " is nowhere.pem.");
  }

  @Test
  void the_password_reaches_no_log_of_any_level() {
    server.setUser("turnpike", PASSWORD);
    try (RecordedLog log = RecordedLog.start()) {
      mail(login(PASSWORD)).send(to, notification);

      String encoded =
          java.util.Base64.getEncoder()
              .encodeToString(
                  ("\0turnpike\0" + PASSWORD).getBytes(java.nio.charset.StandardCharsets.UTF_8));
      assertThat(log.everythingBut("com.icegreen"))
          .isNotEmpty()
          .noneMatch(line -> line.contains(PASSWORD))
          .noneMatch(line -> line.contains(encoded));
    }
  }

  private static Map<Setting, String> login(String password) {
    return Map.of(Setting.SMTP_USER, "turnpike", Setting.SMTP_PASSWORD, password);
  }

  private SmtpMail mail(Map<Setting, String> changes) {
    Map<Setting, String> set =
        new EnumMap<>(
            Map.of(
                Setting.SMTP_HOST,
                "127.0.0.1",
                Setting.SMTP_PORT,
                Integer.toString(server.getSmtp().getPort()),
                Setting.SMTP_FROM,
                "turnpike@example.com",
                Setting.SMTP_TLS,
                "none"));
    set.putAll(changes);
    return new SmtpMail(Parcels.settings(set));
  }
}
