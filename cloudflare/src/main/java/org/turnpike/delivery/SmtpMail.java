package org.turnpike.delivery;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.mail.Authenticator;
import jakarta.mail.Message;
import jakarta.mail.MessagingException;
import jakarta.mail.PasswordAuthentication;
import jakarta.mail.SendFailedException;
import jakarta.mail.Session;
import jakarta.mail.Transport;
import jakarta.mail.internet.InternetAddress;
import jakarta.mail.internet.MimeMessage;
import java.lang.System.Logger;
import java.lang.System.Logger.Level;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.Date;
import java.util.Optional;
import java.util.Properties;
import javax.net.ssl.SSLContext;
import org.turnpike.cloudflare.TrustedAuthorities;
import org.turnpike.notification.Destination;
import org.turnpike.notification.MailSender;
import org.turnpike.notification.MailServer;
import org.turnpike.notification.Notification;
import org.turnpike.shared.Setting;
import org.turnpike.shared.Settings;
import org.turnpike.shared.Unavailable;

/** Plain text by the server of the settings; the library is the application server's own. */
@ApplicationScoped
public class SmtpMail implements MailSender {
  private static final Logger LOG = System.getLogger(SmtpMail.class.getName());
  private static final String MILLISECONDS = "15000";

  private Optional<MailServer> server;
  private Optional<SSLContext> authorities;

  protected SmtpMail() {}

  /** Throws {@link IllegalStateException} for settings of mail that cannot be right. */
  @Inject
  public SmtpMail(Settings settings) {
    this.server = MailServer.of(settings);
    this.authorities =
        settings.find(Setting.TRUSTSTORE).map(file -> TrustedAuthorities.with(Path.of(file)));
  }

  @Override
  public boolean isSet() {
    return server.isPresent();
  }

  @Override
  public void send(Destination to, Notification notification) {
    MailServer by =
        server.orElseThrow(
            () -> new Unavailable("No mail server is set (turnpike.smtp.host).", null));
    try {
      Transport.send(message(by, to, notification));
    } catch (SendFailedException e) {
      if (e.getValidSentAddresses() == null || e.getValidSentAddresses().length == 0) {
        throw notTaken(e);
      }
      // Some have it, and sent again they would have it twice.
      LOG.log(
          Level.WARNING,
          "The mail server took the notification {0} for some of its addresses only",
          notification.id());
    } catch (MessagingException e) {
      throw notTaken(e);
    }
  }

  /** By the exception's type alone: a server's words may quote what we sent. */
  private static Unavailable notTaken(MessagingException e) {
    return new Unavailable(
        "The mail server did not take it (" + e.getClass().getSimpleName() + ").", null);
  }

  private MimeMessage message(MailServer by, Destination to, Notification notification)
      throws MessagingException {
    MimeMessage message = new Identified(session(by), notification, by);
    message.setFrom(new InternetAddress(by.from()));
    for (String address : to.addresses()) {
      message.addRecipient(Message.RecipientType.TO, new InternetAddress(address));
    }
    message.setSubject(notification.alert().subject(), StandardCharsets.UTF_8.name());
    message.setText(notification.alert().text(), StandardCharsets.UTF_8.name());
    message.setSentDate(Date.from(notification.createdAt()));
    message.setHeader("Auto-Submitted", "auto-generated");
    return message;
  }

  private Session session(MailServer by) {
    Properties mail = new Properties();
    mail.put("mail.transport.protocol", "smtp");
    mail.put("mail.smtp.host", by.host());
    mail.put("mail.smtp.port", Integer.toString(by.port()));
    mail.put("mail.smtp.connectiontimeout", MILLISECONDS);
    mail.put("mail.smtp.timeout", MILLISECONDS);
    mail.put("mail.smtp.writetimeout", MILLISECONDS);
    mail.put("mail.smtp.auth", Boolean.toString(by.user() != null));
    mail.put("mail.smtp.ssl.checkserveridentity", "true");
    mail.put("mail.smtp.sendpartial", "true"); // one who left keeps it from no other
    switch (by.tls()) {
      case STARTTLS -> {
        mail.put("mail.smtp.starttls.enable", "true");
        mail.put("mail.smtp.starttls.required", "true");
      }
      case TLS -> mail.put("mail.smtp.ssl.enable", "true");
      case NONE -> {}
    }
    authorities.ifPresent(own -> mail.put("mail.smtp.ssl.socketFactory", own.getSocketFactory()));
    return Session.getInstance(mail, login(by));
  }

  private static Authenticator login(MailServer by) {
    if (by.user() == null) {
      return null;
    }
    return new Authenticator() {
      @Override
      protected PasswordAuthentication getPasswordAuthentication() {
        return new PasswordAuthentication(by.user(), by.password().reveal());
      }
    };
  }

  /** Sent twice, it is the same message to mail systems that look at its id. */
  private static final class Identified extends MimeMessage {
    private final String id;

    Identified(Session session, Notification notification, MailServer by) {
      super(session);
      String domain = by.from().substring(by.from().indexOf('@') + 1);
      id = "<" + notification.id() + "@" + domain + ">";
    }

    @Override
    protected void updateMessageID() throws MessagingException {
      setHeader("Message-ID", id);
    }
  }
}
