package org.turnpike.notification;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalStateException;

import org.junit.jupiter.api.Test;
import org.turnpike.shared.Secret;
import org.turnpike.shared.Setting;
import org.turnpike.world.World;

class MailServerTest {
  private final World world = new World();

  @Test
  void there_is_none_unless_its_host_is_set() {
    assertThat(MailServer.of(world.settings())).isEmpty();
  }

  @Test
  void host_and_sender_are_enough() {
    set(Setting.SMTP_HOST, "mail.example.com");
    set(Setting.SMTP_FROM, "turnpike@example.com");
    assertThat(MailServer.of(world.settings()))
        .contains(
            new MailServer(
                "mail.example.com",
                587,
                MailServer.Tls.STARTTLS,
                null,
                null,
                "turnpike@example.com"));
  }

  @Test
  void all_can_be_set_and_the_password_is_not_printed() {
    set(Setting.SMTP_HOST, "mail.example.com");
    set(Setting.SMTP_FROM, "turnpike@example.com");
    set(Setting.SMTP_PORT, "465");
    set(Setting.SMTP_TLS, "tls");
    set(Setting.SMTP_USER, "turnpike");
    set(Setting.SMTP_PASSWORD, "never-to-be-seen");
    MailServer server = MailServer.of(world.settings()).orElseThrow();
    assertThat(server.tls()).isEqualTo(MailServer.Tls.TLS);
    assertThat(server.port()).isEqualTo(465);
    assertThat(server.password()).isEqualTo(Secret.of("never-to-be-seen"));
    assertThat(server.toString()).contains("turnpike").doesNotContain("never-to-be-seen");
  }

  @Test
  void what_cannot_be_right_is_said_in_one_line_that_names_the_setting() {
    set(Setting.SMTP_TLS, "maybe");
    assertRefused("turnpike.smtp.tls");
    set(Setting.SMTP_TLS, "none");
    set(Setting.SMTP_PORT, "0");
    assertRefused("turnpike.smtp.port");
    set(Setting.SMTP_PORT, "25");
    set(Setting.SMTP_HOST, "mail.example.com");
    assertRefused("turnpike.smtp.from");
    set(Setting.SMTP_FROM, "nobody");
    assertRefused("turnpike.smtp.from");
    set(Setting.SMTP_FROM, "turnpike@example.com");
    set(Setting.SMTP_USER, "turnpike");
    assertRefused("turnpike.smtp.password");
  }

  private void assertRefused(String setting) {
    assertThatIllegalStateException()
        .isThrownBy(() -> MailServer.of(world.settings()))
        .withMessageStartingWith("Setting " + setting);
  }

  private void set(Setting setting, String value) {
    world.set(setting, value);
  }
}
