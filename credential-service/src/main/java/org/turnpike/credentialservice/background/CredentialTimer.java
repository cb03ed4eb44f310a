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
import org.turnpike.credential.RehearseIssuing;
import org.turnpike.credentialservice.metrics.MintingMetrics;
import org.turnpike.shared.Transactions;

/**
 * Rehearses first of all; renews what is due, then fills the reserve, one round after the other.
 */
@Singleton
@Startup
@DependsOn("StartUp")
@TransactionManagement(TransactionManagementType.BEAN)
public class CredentialTimer {
  private static final Duration INTERVAL = Duration.ofSeconds(15);

  @Resource TimerService timers;
  @Inject IssueCredentials credentials;
  @Inject FillReserve filling;
  @Inject RehearseIssuing rehearsing;
  @Inject MintingMetrics metrics;
  @Inject Transactions transactions;
  private final Attempts rehearsals = new Attempts("The rehearsal of issuing");
  private final Attempts renewals = new Attempts("The renewal of credentials");
  private final Attempts fillings = new Attempts("Minting ahead");
  private final Attempts counts = new Attempts("Counting the reserve");

  @PostConstruct
  void start() {
    next(Duration.ZERO);
  }

  @Timeout
  void round() {
    try {
      rehearsals.attempt(rehearsing::rehearse);
      renewals.attempt(credentials::renewDue);
      fillings.attempt(filling::fill);
      counts.attempt(() -> transactions.run(metrics::refresh));
    } finally {
      next(INTERVAL);
    }
  }

  private void next(Duration delay) {
    timers.createSingleActionTimer(delay.toMillis(), new TimerConfig("credentials", false));
  }
}
