package org.turnpike.notification;

import java.util.Optional;
import org.turnpike.shared.Secret;
import org.turnpike.shared.Setting;
import org.turnpike.shared.Settings;

/**
 * The mail server of the settings.
 *
 * @param user whom to log in as; null for nobody
 * @param password null for nobody
 * @param from the sender's address
 */
public record MailServer(
    String host, int port, Tls tls, String user, Secret password, String from) {
  /** When the connection is encrypted. */
  public enum Tls {
    /** After greeting; refused when the server cannot. */
    STARTTLS,
    /** From the first byte. */
    TLS,
    NONE
  }

  /** Nothing when none is set; throws {@link IllegalStateException} for what cannot be right. */
  public static Optional<MailServer> of(Settings settings) {
    Tls tls = Tls.valueOf(settings.choice(Setting.SMTP_TLS).toUpperCase(java.util.Locale.ROOT));
    int port = settings.number(Setting.SMTP_PORT);
    return settings.find(Setting.SMTP_HOST).map(host -> of(settings, host, port, tls));
  }

  private static MailServer of(Settings settings, String host, int port, Tls tls) {
    String from = settings.text(Setting.SMTP_FROM);
    if (!from.matches("[^\\s@,;<>]+@[^\\s@,;<>]+")) {
      throw Setting.SMTP_FROM.bad("must be a mail address, and is " + from);
    }
    Optional<String> user = settings.find(Setting.SMTP_USER);
    return new MailServer(
        host,
        port,
        tls,
        user.orElse(null),
        user.map(name -> Secret.of(settings.text(Setting.SMTP_PASSWORD))).orElse(null),
        from);
  }
}
