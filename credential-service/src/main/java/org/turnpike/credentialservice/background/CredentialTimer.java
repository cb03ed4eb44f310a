package org.turnpike.credentialservice.background;

import jakarta.annotation.PostConstruct;
import jakarta.annotation.Resource;
import jakarta.ejb.DependsOn;
import jakarta.ejb.Singleton;
import jakarta.ejb.Startup;
import jakarta.ejb.Timeout;
import jakarta.ejb.TimerConfig;
import jakarta.ejb.TimerService;
import jakarta.ejb.TransactionManagement;
import jakarta.ejb.TransactionManagementType;
import jakarta.inject.Inject;
import java.time.Duration;
import org.turnpike.credential.FillReserve;
import org.turnpike.credential.IssueCredentials;

/** Renews what is due, then fills the reserve, one round after the other. */
@Singleton
@Startup
@DependsOn("StartUp")
@TransactionManagement(TransactionManagementType.BEAN)
public class CredentialTimer {
  private static final Duration INTERVAL = Duration.ofSeconds(15);

  @Resource TimerService timers;
  @Inject IssueCredentials credentials;
  @Inject FillReserve filling;
  private final Attempts renewals = new Attempts("The renewal of credentials");
  private final Attempts fillings = new Attempts("Minting ahead");

  @PostConstruct
  void start() {
    next();
  }

  @Timeout
  void round() {
    try {
      renewals.attempt(credentials::renewDue);
      fillings.attempt(filling::fill);
    } finally {
      next();
    }
  }

  private void next() {
    timers.createSingleActionTimer(INTERVAL.toMillis(), new TimerConfig("credentials", false));
  }
}
