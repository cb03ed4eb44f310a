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
import java.util.Optional;
import java.util.regex.Pattern;
import org.turnpike.identity.ManageUsers;
import org.turnpike.shared.Rejected;
import org.turnpike.shared.Secret;
import org.turnpike.shared.Setting;
import org.turnpike.shared.Settings;
import org.turnpike.tenant.ApiKey;
import org.turnpike.tenant.IssueApiKey;

/** The first operator and the first operator API key, where the settings name them. */
@Singleton
@Startup
@DependsOn("StartUp")
@TransactionManagement(TransactionManagementType.BEAN)
public class FirstStart {
  private static final Logger LOG = System.getLogger(FirstStart.class.getName());
  private static final Pattern KEY = Pattern.compile(ApiKey.PREFIX + "[A-Za-z0-9_-]{20,190}");

  @Inject Settings settings;
  @Inject ManageUsers users;
  @Inject IssueApiKey keys;

  @PostConstruct
  void ensureOperators() {
    try {
      settings.find(Setting.OPERATOR_EMAIL).ifPresent(this::ensureOperator);
      settings.secret(Setting.OPERATOR_API_KEY).ifPresent(this::ensureKey);
    } catch (Rejected e) {
      throw stop(e.getMessage());
    }
  }

  private void ensureOperator(String email) {
    Optional<Secret> password = settings.secret(Setting.OPERATOR_PASSWORD);
    if (password.isPresent()) {
      users.ensureFirstOperator(email, password.get());
    } else {
      LOG.log(
          Level.INFO,
          "{0} comes without {1}: should there be no operator yet, none is made",
          Setting.OPERATOR_EMAIL.key(),
          Setting.OPERATOR_PASSWORD.key());
    }
  }

  private void ensureKey(Secret key) {
    if (!KEY.matcher(key.reveal()).matches()) {
      throw stop(
          "the API key must be " + ApiKey.PREFIX + " and 20 to 190 letters, digits, _ or -.");
    }
    keys.ensureFirstOperatorKey(key);
  }

  private static IllegalStateException stop(String why) {
    String reason = "Turnpike does not start, for the settings of the first operator: " + why;
    LOG.log(Level.ERROR, reason);
    return new IllegalStateException(reason);
  }
}
