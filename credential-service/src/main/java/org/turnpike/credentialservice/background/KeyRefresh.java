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
import org.turnpike.credential.CredentialMemory;
import org.turnpike.tenant.Authenticate;
import org.turnpike.tenant.CallLimits;
import org.turnpike.tenant.TermsInForce;

/**
 * Each second: what was disabled or changed on another node or in the console is forgotten here,
 * and only then is written down what can wait.
 */
@Singleton
@Startup
@DependsOn("StartUp")
@TransactionManagement(TransactionManagementType.BEAN)
public class KeyRefresh {
  private static final Duration INTERVAL = Duration.ofSeconds(1);

  @Resource TimerService timers;
  @Inject Authenticate authenticate;
  @Inject CredentialMemory credentials;
  @Inject TermsInForce terms;
  @Inject CallLimits limits;
  private final Attempts looks = new Attempts("The look for what was disabled");
  private final Attempts writings = new Attempts("Writing down when API keys were used");

  @PostConstruct
  void start() {
    timers.createIntervalTimer(
        INTERVAL.toMillis(), INTERVAL.toMillis(), new TimerConfig("API keys", false));
  }

  @Timeout
  void refresh() {
    looks.attempt(
        () -> {
          limits.forgetRested();
          if (authenticate.refresh()) {
            credentials.forgetAll();
            terms.forget();
          }
        });
    writings.attempt(authenticate::writeUses);
  }
}
