package org.turnpike.credentialservice.background;

import jakarta.annotation.PostConstruct;
import jakarta.ejb.DependsOn;
import jakarta.ejb.Singleton;
import jakarta.ejb.Startup;
import jakarta.ejb.TransactionManagement;
import jakarta.ejb.TransactionManagementType;
import jakarta.inject.Inject;
import java.lang.System.Logger;
import java.lang.System.Logger.Level;
import org.turnpike.notification.MailSender;
import org.turnpike.shared.Settings;
import org.turnpike.tenant.TrustedProxies;

/**
 * Stops the start on a setting of which only the part that uses it can tell whether it is right,
 * with one clear line of the log before the server's own many. {@code StartUp} has checked the form
 * of all of them.
 */
@Singleton
@Startup
@DependsOn("StartUp")
@TransactionManagement(TransactionManagementType.BEAN)
public class CheckSettings {
  private static final Logger LOG = System.getLogger(CheckSettings.class.getName());

  @Inject Settings settings;
  @Inject MailSender mail;

  @PostConstruct
  void start() {
    check(settings, mail);
  }

  static void check(Settings settings, MailSender mail) {
    try {
      new TrustedProxies(settings);
      mail.isSet(); // is made of the mail server and the authorities that are set, or fails
    } catch (IllegalStateException e) {
      LOG.log(Level.ERROR, "Turnpike does not start: " + e.getMessage());
      throw e;
    }
  }
}
